import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { AlarmId } from '../../../shared/domain/ids.ts'
import { aTaxonomy } from '../../../shared/testing/aTaxonomy.ts'
import { aMorning, boardBuilder, liWei } from '../../../shared/testing/boardBuilder.ts'
import { connectFeed } from '../../board/connectFeed.ts'
import { muteChosen } from '../../board/deskSlice.ts'
import { positionStore } from '../../board/positionStore.ts'
import { RoomProvider, type Room } from '../../board/room.tsx'
import { roomStore } from '../../board/store.ts'
import { ticker } from '../../board/ticker.ts'
import { fakeFeed } from '../../testing/fakeFeed.ts'
import { AlarmBar } from './AlarmBar.tsx'

afterEach(() => {
  cleanup()
  document.title = ''
})

const breachedRoom = () => {
  const town = boardBuilder()
  const incident = town.report()
  town.wait(70_000)
  town.say({ type: 'clock.tick', incidents: [incident], alarms: [] }, { kind: 'clock' })
  const feed = fakeFeed(town.board(), town.now(), { 'command:do': () => ({ ok: true, position: 1 }) as never })
  const store = roomStore()
  const positions = positionStore((flush) => flush())
  connectFeed(feed, store, positions)
  const room = {
    feed,
    store,
    positions,
    ticker: ticker(feed.now),
    me: { id: liWei.id, name: liWei.name, role: 'operator', town: town.board().town, townName: '四季江街道', mustChangePassword: false },
    taxonomy: aTaxonomy,
    town: { departments: [] },
  } as unknown as Room
  return { town, feed, store, room, incident }
}

const show = (room: Room) =>
  render(
    <RoomProvider room={room}>
      <AlarmBar />
    </RoomProvider>,
  )

test('[M1] a breach is listed with what, where and what to do next', () => {
  const { room, incident } = breachedRoom()
  show(room)
  const row = screen.getByRole('listitem')
  expect(row.textContent).toContain('接报超时')
  expect(row.textContent).toContain(incident)
  expect(row.textContent).toContain('临江路42号')
  expect(row.textContent).toContain('派下一支力量')
})

test('[M16] the key A acknowledges the first alarm, and the window’s title counts what is left', () => {
  document.title = '小脑'
  const { room, feed, town, incident } = breachedRoom()
  show(room)
  expect(document.title).toBe('(1) 小脑')

  fireEvent.keyDown(window, { key: 'a' })

  const alarm = AlarmId.parse(`${incident}:limit:take`)
  expect(feed.heard).toMatchObject([{ name: 'command:do', payload: { command: { type: 'alarm.acknowledge', alarm } } }])
  const events = town.say({ type: 'alarm.acknowledge', alarm })
  act(() => feed.tell.onEvents(events))
  expect(screen.queryByRole('listitem')).toBeNull()
  expect(document.title).toBe('小脑')
})

test('[M15] a muted desk says so until it is not muted, and a machine without sound says that', () => {
  const { room, store } = breachedRoom()
  show(room)
  expect(screen.getByRole('status').textContent).toContain('本机没有声音设备')
  act(() => void store.dispatch(muteChosen(true)))
  expect(screen.getByRole('status').textContent).toContain('本席已静音')
  fireEvent.click(screen.getByRole('button', { name: '恢复声音' }))
  expect(store.getState().desk.isMuted).toBe(false)
  expect(aMorning).toBeLessThan(room.feed.now())
})
