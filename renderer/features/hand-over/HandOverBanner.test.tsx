import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Actor } from '../../../shared/domain/actor.ts'
import { boardBuilder, liWei, wangFang } from '../../../shared/testing/boardBuilder.ts'
import { connectFeed } from '../../board/connectFeed.ts'
import { positionStore } from '../../board/positionStore.ts'
import { RoomProvider, type Room } from '../../board/room.tsx'
import { roomStore } from '../../board/store.ts'
import { fakeFeed } from '../../testing/fakeFeed.ts'
import { HandOverBanner } from './HandOverBanner.tsx'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const show = (me: Actor & { kind: 'person' }) => {
  const town = boardBuilder()
  town.say({ type: 'shift.handOver', to: '夜班', note: '钱潮露台人多' }, liWei)
  const feed = fakeFeed(town.board(), town.now())
  const store = roomStore()
  const positions = positionStore((flush) => flush())
  connectFeed(feed, store, positions)
  const room = { feed, store, positions, me } as unknown as Room
  return render(
    <RoomProvider room={room}>
      <HandOverBanner />
    </RoomProvider>,
  )
}

test('[M14] the last hand-over is shown to the next person until they have read it, also after a new start', () => {
  show(wangFang)
  expect(screen.getByRole('complementary').textContent).toContain('李伟')
  expect(screen.getByRole('complementary').textContent).toContain('钱潮露台人多')
  fireEvent.click(screen.getByRole('button', { name: /已\s*阅/ }))
  expect(screen.queryByRole('complementary')).toBeNull()
  cleanup()
  show(wangFang)
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('[M14] one’s own hand-over is not shown back', () => {
  show(liWei)
  expect(screen.queryByRole('complementary')).toBeNull()
})
