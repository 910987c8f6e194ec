import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { SetThresholds } from './SetThresholds.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const save = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存并生效' })

test('[P27] thresholds that contradict themselves are told on the page and cannot be saved', () => {
  const town = boardBuilder()
  drawIn(aRoom(town.board(), town.now(), { me: { role: 'supervisor' } }), <SetThresholds />)
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
  type('位置多久后标为“旧”', '900')
  expect(screen.getByRole('alert').textContent).toBeTruthy()
  expect(save().disabled).toBe(true)
  type('位置多久后不再用于选人', '1200')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(save().disabled).toBe(false)
})
