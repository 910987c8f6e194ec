import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { KeysOverlay } from '../features/command-bar/KeysOverlay.tsx'
import { aRoom, drawIn } from '../testing/aRoom.tsx'
import { noLayout } from '../testing/noLayout.ts'
import { BoardRegion } from './BoardRegion.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const draw = () => {
  const town = boardBuilder()
  drawIn(
    aRoom(town.board(), town.now()),
    <>
      <BoardRegion />
      <KeysOverlay />
    </>,
  )
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const isShown = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed')

test('[C48] L opens the shift log with the keyboard in it; Escape gives it back, and L goes back to the units', async () => {
  draw()
  press('l')
  const entry = await screen.findByRole('textbox', { name: /^写一条日志/ })
  expect(document.activeElement).toBe(entry)
  press('l')
  expect(isShown('交接班')).toBe('true')
  press('Escape')
  expect(document.activeElement).not.toBe(entry)
  press('l')
  expect(isShown('力量与时限')).toBe('true')
})

test('[C48] H begins a hand-over, and both keys stand under ?', async () => {
  draw()
  press('?')
  expect((await screen.findByRole('dialog')).textContent).toMatch(/L写值班日志.*H交班/)
  cleanup()
  draw()
  press('h')
  expect(await screen.findByRole('dialog', { name: '交班' })).toBeTruthy()
})
