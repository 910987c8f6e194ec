import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/actor.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../testing/aRoom.tsx'
import { noLayout } from '../testing/noLayout.ts'
import { Header } from './Header.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const drawn = (role: Role, health: { readonly rejects: number; readonly canKeep: boolean; readonly clockAheadMs?: number }) => {
  const town = boardBuilder()
  const room = aRoom(town.board(), town.now(), { me: { role } })
  drawIn(room, <Header onLeave={() => {}} />)
  act(() => room.feed.tell.onHealth({ now: town.now(), consoles: 2, unitsOnline: 41, clockAheadMs: 0, ...health }))
}

const links = () => screen.queryAllByRole('link').map((link) => [link.getAttribute('href'), link.getAttribute('target')])

test('[C21] a supervisor sees refused forms and the way to them, in a new tab', () => {
  drawn('supervisor', { rejects: 3, canKeep: true })
  expect(screen.getByText('在线力量 41')).toBeTruthy()
  expect(screen.getByText(/退回表单 3/)).toBeTruthy()
  expect(links()).toEqual([
    ['/supervise/#rejects', '_blank'],
    ['/supervise/', '_blank'],
  ])
  expect(screen.queryByText(/日志无法写入/)).toBeNull()
})

test('[C21] an operator sees neither; everybody sees that nothing can be kept', () => {
  drawn('operator', { rejects: 3, canKeep: false })
  expect(links()).toEqual([])
  expect(screen.queryByText(/退回表单/)).toBeNull()
  expect(screen.getByText(/日志无法写入/)).toBeTruthy()
})

test('[M15] the header says that a window without a loudspeaker cannot be heard', () => {
  drawn('operator', { rejects: 0, canKeep: true })
  expect(screen.getByText(/无声音设备/)).toBeTruthy()
})

test('[C50] the header says in red by how much the room’s clock is wrong, and nothing of small steps', () => {
  drawn('operator', { rejects: 0, canKeep: true, clockAheadMs: 4 * 60_000 })
  expect(screen.queryByText(/时钟快/)).toBeNull()
  cleanup()
  drawn('operator', { rejects: 0, canKeep: true, clockAheadMs: 754_000 })
  expect(screen.getByText(/时钟快 12:34/)).toBeTruthy()
})
