import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import { distanceToStretchM } from '../../shared/domain/geo/measure.ts'
import { Town } from '../../shared/domain/town/town.ts'
import { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'
import { roadNet } from './roadNet.ts'
import { snapper, travelTo } from './travel.ts'
import { wayFinder } from './wayOver.ts'

const town = Town.parse(JSON.parse(readFileSync(new URL('../../resources/town/example.json', import.meta.url), 'utf8')))
const net = roadNet(town)
const way = wayFinder(net, town.roads)
const somewhere = fc.constantFrom(...town.buildings.map((building) => building.point))
const vehicle = fc.constantFrom(...Vehicle.options)

const toRoadM = (point: Point) =>
  Math.min(...town.roads.edges.map(({ a, b }) => distanceToStretchM(point, town.roads.nodes[a] as Point, town.roads.nodes[b] as Point)))

describe('a way with its bends', () => {
  test('[D1] it begins and ends where it should and takes as long as the recommendation says', () => {
    fc.assert(
      fc.property(somewhere, somewhere, vehicle, (from, to, how) => {
        const drawn = way(from, to, how)
        const { travelMs } = travelTo(net, snapper(net), how, to)(from)
        expect([drawn[0]?.point, drawn.at(-1)?.point]).toEqual([from, to])
        expect(Math.abs((drawn.at(-1)?.atMs ?? 0) - travelMs)).toBeLessThan(50)
      }),
      { numRuns: 300 },
    )
  })

  test('[D1] between its ends it lies on roads, and time never runs back', () => {
    fc.assert(
      fc.property(somewhere, somewhere, vehicle, (from, to, how) => {
        const drawn = way(from, to, how)
        for (const { point } of drawn.slice(1, -1)) expect(toRoadM(point)).toBeLessThan(1)
        drawn.forEach(({ atMs }, i) => expect(atMs).toBeGreaterThanOrEqual(drawn[i - 1]?.atMs ?? 0))
        const fastest = drawn.slice(1).map(({ point, atMs }, i) => {
          const before = drawn[i] as (typeof drawn)[number]
          return distanceM(before.point, point) / Math.max(1, atMs - before.atMs)
        })
        expect(Math.max(0, ...fastest.filter((_, i) => (drawn[i + 1]?.atMs ?? 0) - (drawn[i]?.atMs ?? 0) > 1_000))).toBeLessThan(0.013)
      }),
      { numRuns: 100 },
    )
  })
})
