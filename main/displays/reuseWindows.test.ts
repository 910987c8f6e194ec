import { expect, test } from 'vitest'
import type { Region } from '../../shared/contracts/layout.ts'
import { aPlacement } from '../../shared/testing/aDesk.ts'
import { reuseWindows, type OpenWindow } from './reuseWindows.ts'

const open = (id: string, region: Region, wall: string | null = null): OpenWindow => ({ id, region, wall })
const wish = (id: string, region: Region, wall: string | null = null) => aPlacement({ id, region, wall })

test('[L28] windows that the layout has too are moved, the others opened or closed', () => {
  const { kept, opened, closed } = reuseWindows([open('queue', 'queue'), open('map', 'map')], [wish('q', 'queue'), wish('board', 'board')])
  expect(kept.map(({ window, placement }) => [window, placement.id])).toEqual([['queue', 'q']])
  expect(opened.map(({ id }) => id)).toEqual(['board'])
  expect(closed).toEqual(['map'])
})

test('[L28] of two windows of one region each keeps its own place, whatever order the layout names them in', () => {
  const { kept, opened, closed } = reuseWindows([open('map', 'map'), open('map-2', 'map')], [wish('new', 'map'), wish('map', 'map')])
  expect(kept.map(({ window, placement }) => `${window}→${placement.id}`)).toEqual(['map-2→new', 'map→map'])
  expect([opened, closed]).toEqual([[], []])
})

test('[L28] a window of the same id that shows something else, or another wall, is not taken for it', () => {
  const { kept, opened, closed } = reuseWindows(
    [open('a', 'map'), open('w', 'wall', '大厅')],
    [wish('a', 'queue'), wish('w', 'wall', '会议室')],
  )
  expect([kept, opened.map(({ id }) => id), closed]).toEqual([[], ['a', 'w'], ['a', 'w']])
})
