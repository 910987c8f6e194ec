import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { selfCrossing } from './crossing.ts'
import { areaM2, distanceToAreaM, distanceToStretchM } from './measure.ts'
import { distanceM, type Point } from './point.ts'

const square: readonly Point[] = [
  [120, 30],
  [120.001, 30],
  [120.001, 30.001],
  [120, 30.001],
]

const near = fc.tuple(fc.double({ min: 119.99, max: 120.01, noNaN: true }), fc.double({ min: 29.99, max: 30.01, noNaN: true }))

describe('measuring', () => {
  test('[T8] the area of a known square, whichever way it turns', () => {
    const expected = 111.195 ** 2 * Math.cos((30 * Math.PI) / 180)
    expect(areaM2(square) / expected).toBeCloseTo(1, 3)
    expect(areaM2(square.toReversed()) / areaM2(square)).toBeCloseTo(1, 3)
    expect(areaM2([])).toBe(0)
  })

  test('[T8] only sides that cross inside count: touching ends and neighbours do not', () => {
    expect(selfCrossing(square)).toBeNull()
    expect(
      selfCrossing([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
      ]),
    ).toEqual([0, 2])
    expect(
      selfCrossing([
        [0, 0],
        [2, 0],
        [1, 1],
        [2, 2],
        [0, 2],
        [1, 1],
      ]),
    ).toBeNull()
  })

  test('[T6] inside an area the distance is nothing; outside it is the way to the edge', () => {
    expect(distanceToAreaM([120.0005, 30.0005], square)).toBe(0)
    expect(distanceToAreaM([120.0005, 30.002], square)).toBeCloseTo(111.2, 0)
  })

  test('[T6] no corner is nearer than the stretch it ends', () => {
    fc.assert(
      fc.property(near, near, near, (p, a, b) => {
        const stretch = distanceToStretchM(p, a, b)
        return stretch <= Math.min(distanceM(p, a), distanceM(p, b)) * 1.001 + 0.01
      }),
    )
  })
})
