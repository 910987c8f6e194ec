import { expect, test } from 'vitest'
import type { WallPlan } from '../../shared/domain/wall/wall.ts'
import { boardBuilder, wangFang } from '../../shared/testing/boardBuilder.ts'
import { wallFor } from './wallFor.ts'

const looks = { theme: 'light', language: 'en' } as const

const walls = (...names: readonly string[]) => {
  const town = boardBuilder()
  for (const name of names) {
    const plan: WallPlan = { ...looks, name, pages: ['eyes'], secondsPerPage: 10, hasSound: false }
    town.say({ type: 'wall.arrange', wall: null, plan }, wangFang)
  }
  return town.board()
}

test.each([
  [null, '指挥大厅'],
  ['wall-2', 'East wall'],
  ['2', 'East wall'],
  ['East-wall', 'East wall'],
  ['ｅａｓｔ＿ｗａｌｌ', 'East wall'],
  ['指挥大厅', '指挥大厅'],
  ['1', '1'],
])('[V30] asked for %s, the wall is %s', (asked, name) => {
  const shown = wallFor(walls('指挥大厅', 'East wall', '1'), asked, looks)
  expect([shown.wall.plan.name, shown.isArranged, shown.unknown]).toEqual([name, true, null])
})

test.each(['西墙', 'wall-9', '', '-'])('[V30] “%s” is no wall of the room: it is said, and every page is shown in turn', (asked) => {
  const { wall, isArranged, unknown } = wallFor(walls('指挥大厅'), asked, looks)
  expect({ isArranged, unknown, plan: wall.plan }).toEqual({
    isArranged: false,
    unknown: asked,
    plan: { name: 'Wall', pages: ['map', 'figures', 'stages', 'eyes'], secondsPerPage: 20, hasSound: false, ...looks },
  })
})

test('[V30] a room without walls is shown page by page, and nothing is said to be missing', () => {
  const { isArranged, unknown } = wallFor(walls(), null, looks)
  expect([isArranged, unknown]).toEqual([false, null])
})
