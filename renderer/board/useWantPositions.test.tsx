import { act, cleanup } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { ConsoleRegion } from '../../shared/contracts/layout.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../testing/aRoom.tsx'
import { aDesk, anAbout } from '../testing/aDesk.ts'
import { noLayout } from '../testing/noLayout.ts'
import { deskWindow, DeskWindowContext } from './deskWindow.ts'
import { useWantPositions } from './useWantPositions.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const Wanting = () => {
  useWantPositions()
  return null
}

const open = (region: ConsoleRegion) => {
  noLayout()
  const town = boardBuilder()
  const room = aRoom(town.board(), town.now())
  drawIn(
    room,
    <DeskWindowContext value={deskWindow('a', region, false)}>
      <Wanting />
    </DeskWindowContext>,
  )
  const wishes = () =>
    room.feed.heard.filter(({ name }) => name === 'positions:want').map(({ payload }) => (payload as { want: boolean }).want)
  return { room, town, wishes }
}

const turn = (state: DocumentVisibilityState) =>
  act(() => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
    document.dispatchEvent(new Event('visibilitychange'))
  })

test.each([
  ['all', true],
  ['map', true],
  ['queue', false],
  ['board', false],
] as const)('[C56] a window that shows %s wants positions: %s', (region, want) => {
  expect(open(region).wishes()).toEqual([want])
})

test('[C56] while nobody sees the map no positions are wanted, and again as soon as somebody does', () => {
  const { wishes } = open('map')
  turn('hidden')
  turn('visible')
  expect(wishes()).toEqual([true, false, true])
})

test('[C56] in the desktop app, where a window that is put away still counts as visible, no positions are wanted while it is', () => {
  const desk = aDesk()
  const { wishes } = open('map')
  act(() => desk.tell('window:seen', { isSeen: false }))
  act(() => desk.tell('window:seen', { isSeen: true }))
  expect(wishes()).toEqual([true, false, true])
})

test('[C56] a page of the desktop app that is loaded while its window is put away wants none from the start', async () => {
  aDesk({ 'desk:about': () => ({ ...anAbout, window: { ...anAbout.window, isSeen: false } }) })
  const { wishes } = open('map')
  await act(async () => {})
  expect(wishes()).toEqual([true, false])
})

test('[C56] a hidden window that was cut off says again that it wants none', () => {
  const { room, town, wishes } = open('map')
  turn('hidden')
  act(() => room.feed.tell.onLink({ state: 'cut', since: town.now() }))
  act(() => room.feed.tell.onLink({ state: 'live' }))
  expect(wishes()).toEqual([true, false, false])
})
