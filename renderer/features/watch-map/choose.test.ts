import { expect, test } from 'vitest'
import { aMorning, boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import type { Point } from '../../../shared/domain/geo/point.ts'
import { firstChoice } from '../../map/layerChoice.ts'
import { unitsWithin } from './circleUnits.ts'
import { findLocally } from './findLocally.ts'

const center: Point = [120.22, 30.24]
const east = (m: number): Point => [120.22 + m / (111_195 * Math.cos((30.24 * Math.PI) / 180)), 30.24]

test('[M10] a circle holds the units inside it, nearest first, without what the layers hide', () => {
  const room = boardBuilder().units(
    { id: 'W1', home: east(400) },
    { id: 'W2', home: east(100) },
    { id: 'W3', home: east(600) },
    { id: 'P1', force: 'police', home: east(50) },
    { id: 'W9', home: east(10), roster: [] },
  )
  const inside = (hidden: Partial<typeof firstChoice>) =>
    unitsWithin(room.board(), new Map(), aMorning, { center, radiusM: 500 }, { ...firstChoice, ...hidden }).map((one) => one.unit.id)
  expect(inside({})).toEqual(['P1', 'W2', 'W1'])
  expect(inside({ hiddenForces: ['police'] })).toEqual(['W2', 'W1'])
  expect(inside({ hiddenStandings: [] })).toEqual(['W9', 'P1', 'W2', 'W1'])
})

test('[M11] an exact number comes before longer ones, and a name is found by a part of it', () => {
  const room = boardBuilder().units({ id: 'W12' }, { id: 'W1', name: '巡逻 李伟' }, { id: 'W120' })
  for (let i = 0; i < 3; i++) room.report({ text: `第 ${i} 件` })
  expect(findLocally(room.board(), 'w12').units.map((unit) => unit.id)).toEqual(['W12', 'W120'])
  expect(findLocally(room.board(), '李伟').units.map((unit) => unit.id)).toEqual(['W1'])
  expect(findLocally(room.board(), '1002').incidents.map((one) => one.id)).toEqual(['E-1002'])
  expect(findLocally(room.board(), 'E-1003').incidents.map((one) => one.id)).toEqual(['E-1003'])
  expect(findLocally(room.board(), '  ')).toEqual({ units: [], incidents: [] })
})
