import { render } from '@testing-library/react'
import { App, ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import type { Board } from '../../shared/domain/board/board.ts'
import { TownId } from '../../shared/domain/ids.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import { liWei } from '../../shared/testing/boardBuilder.ts'
import { connectFeed } from '../board/connectFeed.ts'
import type { Desk } from '../board/deskSlice.ts'
import { positionStore } from '../board/positionStore.ts'
import { RoomProvider, type Room, type TownView } from '../board/room.tsx'
import { roomStore } from '../board/store.ts'
import { ticker } from '../board/ticker.ts'
import { fakeFeed, type Answers, type FakeFeed } from './fakeFeed.ts'

export const aTown: TownView = {
  id: TownId.parse('sijijiang'),
  nameZh: '四季江街道',
  nameEn: 'Sijijiang',
  district: '杭州市上城区',
  center: [120.2227, 30.2437],
  boundary: [
    [120.2, 30.23],
    [120.24, 30.23],
    [120.24, 30.26],
  ],
  utcOffsetMinutes: 480,
  communities: [],
  grids: [],
  buildings: [],
  places: [],
  departments: [
    { name: '区应急管理局', phone: null },
    { name: '区城管局', phone: null },
  ],
}

type Wish = { readonly desk?: Partial<Desk>; readonly me?: Partial<Room['me']>; readonly answers?: Answers }

export type TestRoom = Room & { readonly feed: FakeFeed }

/** A live room for a page test: the operator 李伟 at a desk, every command answered as done unless the test answers otherwise. */
export const aRoom = (board: Board, now: number, { desk = {}, me = {}, answers = {} }: Wish = {}): TestRoom => {
  const done: Answers = {
    'command:do': () => ({ ok: true, position: board.position + 1 }),
    'presence:look': () => undefined,
    'presence:wall': () => undefined,
    'positions:want': () => undefined,
  }
  const feed = fakeFeed(board, now, { ...done, ...answers })
  const store = roomStore(desk)
  const positions = positionStore((flush) => queueMicrotask(flush))
  connectFeed(feed, store, positions)
  const { id, name, role } = liWei
  const who = { id, name, role, town: aTown.id, townName: aTown.nameZh, mustChangePassword: false, ...me }
  return { feed, store, positions, ticker: ticker(feed.now), me: who, taxonomy: aTaxonomy, town: aTown, hasSecondOpinion: false }
}

/** Draws a part of a page inside a room. */
export const drawIn = (room: Room, part: ReactNode) =>
  render(
    <RoomProvider room={room}>
      <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
        <App>{part}</App>
      </ConfigProvider>
    </RoomProvider>,
  )
