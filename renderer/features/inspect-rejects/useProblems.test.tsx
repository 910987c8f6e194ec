import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Looks } from '../../ui/theme.tsx'
import { useProblems } from './useProblems.ts'

afterEach(cleanup)

const Said = ({ reason }: { readonly reason: string }) => <p>{useProblems()(reason)}</p>

const said = (reason: string, language: 'zh-CN' | 'en') => {
  cleanup()
  render(
    <Looks theme="dark" language={language}>
      <Said reason={reason} />
    </Looks>,
  )
  return screen.getByRole('paragraph').textContent
}

test('[P40] why a form was refused is said in the reader’s words, with the sender’s names of its fields', () => {
  expect(said('bjsj: missing; bjnr: too-short', 'zh-CN')).toBe('bjsj：缺少；bjnr：太短或为空')
  expect(said('(body): not-json', 'en')).toBe('The whole form: not JSON')
  expect(said('nobody: has-said-this', 'zh-CN')).toBe('nobody: has-said-this')
})
