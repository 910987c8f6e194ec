import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { bootstrap, share } from './intervals.ts'

test.each([
  [0, 10, 0, 0.2775],
  [1, 10, 0.0179, 0.4042],
  [5, 10, 0.2366, 0.7634],
  [9, 10, 0.5958, 0.9821],
  [10, 10, 0.7225, 1],
  [15, 148, 0.0624, 0.1605],
  [81, 263, 0.2553, 0.3662],
])('[B79] %i of %i lies between %d and %d, as Wilson’s interval is published', (hits, of, low, high) => {
  const measured = share(hits, of)
  expect(measured).toMatchObject({ value: hits / of, of })
  expect(measured.low).toBeCloseTo(low, 3)
  expect(measured.high).toBeCloseTo(high, 3)
})

test('[B79] a share lies in its interval, the interval between 0 and 1, and more cases make it narrower', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
      const hits = Math.round(part * of)
      const { value, low, high } = share(hits, of)
      expect(0 <= low && low <= value + 1e-12 && value <= high + 1e-12 && high <= 1).toBe(true)
      const more = share(hits * 10, of * 10)
      expect(more.high - more.low).toBeLessThan(high - low)
    }),
  )
})

test('[B79] of nothing there is no figure', () => {
  expect(share(0, 0)).toEqual({ value: NaN, low: NaN, high: NaN, of: 0 })
  expect(bootstrap([], () => 1, seededRandom(1))).toEqual({ value: NaN, low: NaN, high: NaN, of: 0 })
})

const mean = (rows: readonly number[]) => rows.reduce((sum, one) => sum + one, 0) / rows.length

test('[B79] a bootstrap is the same for the same seed and holds the figure of the rows', () => {
  const rows = Array.from({ length: 80 }, (_, i) => i % 10)
  const measured = bootstrap(rows, mean, seededRandom(1))
  expect(measured).toEqual(bootstrap(rows, mean, seededRandom(1)))
  expect(measured).not.toEqual(bootstrap(rows, mean, seededRandom(2)))
  expect(measured).toMatchObject({ value: 4.5, of: 80 })
  // 1.96 standard errors of the mean: 2.87 / √80 · 1.96.
  expect(measured.low).toBeCloseTo(4.5 - 0.63, 0)
  expect(measured.high).toBeCloseTo(4.5 + 0.63, 0)
  expect(measured.low < 4.5 && measured.high > 4.5).toBe(true)
})

test('[B79] rows that are all alike have no width, and draws without a figure are left out', () => {
  expect(bootstrap([3, 3, 3], mean, seededRandom(1))).toEqual({ value: 3, low: 3, high: 3, of: 3 })
  const onlyOnes = (rows: readonly number[]) => (rows.includes(1) ? mean(rows) : NaN)
  expect(bootstrap([0, 1], onlyOnes, seededRandom(1))).toMatchObject({ value: 0.5, low: 0.5, high: 1 })
  expect(bootstrap([0, 0], onlyOnes, seededRandom(1))).toMatchObject({ value: NaN, low: NaN, of: 2 })
})
