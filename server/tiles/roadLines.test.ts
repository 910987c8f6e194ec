import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceM } from '../../shared/domain/geo/point.ts'
import { edgeLengthM, Roads, RoadClass } from '../../shared/domain/town/roads.ts'
import { roadLines } from './roadLines.ts'

const lengthOf = (line: readonly (readonly [number, number])[]) =>
  line.slice(1).reduce((sum, point, i) => sum + distanceM(line[i] as readonly [number, number], point), 0)

const row = (count: number) => Array.from({ length: count }, (_, n) => [120 + n / 1000, 30] as const)

test('[T15] the edges of one road become one line, in order', () => {
  const edges = [3, 0, 2, 1].map((a) => ({ a, b: a + 1, name: '江堤路', class: 'street' as const }))
  const lines = roadLines(Roads.parse({ nodes: row(5), edges }))
  expect(lines).toHaveLength(1)
  const lons = lines[0]?.line.map(([lon]) => lon) ?? []
  expect([lons, lons.toReversed()]).toContainEqual(row(5).map(([lon]) => lon))
})

test('[T15] another name, another class or a fork ends a line', () => {
  const named = (a: number, b: number, name: string) => ({ a, b, name, class: 'street' as const })
  expect(roadLines(Roads.parse({ nodes: row(3), edges: [named(0, 1, '甲路'), named(1, 2, '乙路')] }))).toHaveLength(2)
  expect(roadLines(Roads.parse({ nodes: row(4), edges: [named(0, 1, '甲路'), named(1, 2, '甲路'), named(1, 3, '甲路')] }))).toHaveLength(3)
})

test('[T15] a one-way line runs the way the traffic does', () => {
  const edges = [2, 0, 1].map((a) => ({ a, b: a + 1, name: '单行街', class: 'street' as const, oneway: true }))
  const [line] = roadLines(Roads.parse({ nodes: row(4), edges }))
  expect(line?.line.map(([lon]) => lon)).toEqual(row(4).map(([lon]) => lon))
})

test('[T15] one-way stretches that meet head on stay two lines', () => {
  const to = (a: number, b: number) => ({ a, b, name: '单行街', class: 'street' as const, oneway: true })
  const lines = roadLines(Roads.parse({ nodes: row(3), edges: [to(0, 1), to(2, 1)] }))
  expect(lines.map(({ line }) => line.at(-1)?.[0])).toEqual([row(3)[1]?.[0], row(3)[1]?.[0]])
})

test('[T15] no metre of road is lost or drawn twice', () => {
  const node = fc.integer({ min: 0, max: 11 })
  const edge = fc
    .record({
      a: node,
      b: node,
      name: fc.constantFrom('甲路', '乙路', ''),
      class: fc.constantFrom(...RoadClass.options),
      oneway: fc.boolean(),
    })
    .filter(({ a, b }) => a !== b)
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 30 }), (edges) => {
      const roads = Roads.parse({ nodes: row(12), edges })
      const drawn = roadLines(roads).reduce((sum, { line }) => sum + lengthOf(line), 0)
      expect(drawn).toBeCloseTo(
        roads.edges.reduce((sum, each) => sum + edgeLengthM(roads, each), 0),
        3,
      )
    }),
  )
})
