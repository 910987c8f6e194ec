import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DrawnWay } from './demoPorts.ts'
import { pointAlong } from './movers.ts'

/** A way east along the equator with a bend north: positions are easy to say. */
const way: DrawnWay = [
  { point: [0, 0], atMs: 0 },
  { point: [0.01, 0], atMs: 1_000 },
  { point: [0.01, 0.01], atMs: 3_000 },
]

test('[D11] along a way every position lies on it, and none after its end', () => {
  expect(pointAlong(way, 0)).toEqual([0, 0])
  expect(pointAlong(way, 500)).toEqual([0.005, 0])
  expect(pointAlong(way, 2_000)).toEqual([0.01, 0.005])
  expect(pointAlong(way, 3_000)).toBeNull()
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2_999, noNaN: true }), (ms) => {
      const [x, y] = pointAlong(way, ms) ?? [-1, -1]
      expect(y === 0 || x === 0.01).toBe(true)
      expect([x, y].every((one) => one >= 0 && one <= 0.01)).toBe(true)
    }),
  )
})

test('[D11] a way without length has ended at once', () => {
  expect(
    pointAlong(
      [
        { point: [1, 1], atMs: 0 },
        { point: [1, 1], atMs: 0 },
      ],
      0,
    ),
  ).toBeNull()
})
