import { act, cleanup } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { AccountId, WallId } from '../../shared/domain/ids.ts'
import type { WallPlan } from '../../shared/domain/wall/wall.ts'
import { boardBuilder, wangFang } from '../../shared/testing/boardBuilder.ts'
import { useBoard } from '../board/room.tsx'
import { aRoom, drawIn } from '../testing/aRoom.tsx'
import { useTellingWall, useWall } from './useWall.ts'

afterEach(cleanup)

const plan: WallPlan = { name: '东墙', pages: ['eyes'], secondsPerPage: 10, theme: 'dark', language: 'zh-CN', hasSound: false }

const Telling = ({ asked }: { readonly asked: string | null }) => {
  useTellingWall(useWall(useBoard(), asked))
  return null
}

const open = (names: readonly string[], asked: string | null, me: object = {}) => {
  const town = boardBuilder()
  const hang = (name: string) => town.say({ type: 'wall.arrange', wall: null, plan: { ...plan, name } }, wangFang)
  for (const name of names) hang(name)
  const room = aRoom(town.board(), town.now(), { me })
  drawIn(room, <Telling asked={asked} />)
  return {
    room,
    town,
    hang: (name: string) => act(() => room.feed.tell.onEvents(hang(name))),
    remove: (wall: string) => act(() => room.feed.tell.onEvents(town.say({ type: 'wall.remove', wall: WallId.parse(wall) }, wangFang))),
    told: () => room.feed.heard.filter(({ name }) => name === 'presence:wall').map(({ payload }) => (payload as { wall: unknown }).wall),
  }
}

test('[V16] a display of a desk says which wall it shows, and says so again as walls come and go', () => {
  const { told, hang, remove } = open(['东墙', '西墙'], null)
  expect(told()).toEqual(['wall-1'])
  remove('wall-1')
  hang('北墙')
  expect(told()).toEqual(['wall-1', 'wall-2'])
  remove('wall-2')
  remove('wall-3')
  expect(told()).toEqual(['wall-1', 'wall-2', 'wall-3', null])
})

test('[V16] one that shows every page in turn, for want of the wall that was asked for, is a screen of none until there is that wall', () => {
  const { told, hang } = open(['东墙'], '西墙')
  expect(told()).toEqual([null])
  hang('西墙')
  expect(told()).toEqual([null, 'wall-2'])
})

test('[V16] after a cut it says so anew', () => {
  const { told, room, town } = open(['东墙'], null)
  act(() => room.feed.tell.onLink({ state: 'cut', since: town.now() }))
  act(() => room.feed.tell.onLink({ state: 'live' }))
  expect(told()).toEqual(['wall-1', 'wall-1'])
})

test('[V16] a wall that came by its pass says nothing: its pass has', () => {
  const { told } = open(['东墙'], null, { id: AccountId.parse('wall-1'), name: '东墙', role: 'wall' })
  expect(told()).toEqual([])
})
