import { expect, test } from 'vitest'
import { logistic, logOdds, policeShare, tempered } from './model.ts'

test('[B44] a temperature makes shares milder or sharper and keeps their order', () => {
  expect([...tempered([0.7, 0.2, 0.1, 0.9], 3, 1)].map((one) => Number(one.toFixed(6)))).toEqual([0.7, 0.2, 0.1])
  const [mild, sharp] = [tempered([0.7, 0.2, 0.1], 3, 2), tempered([0.7, 0.2, 0.1], 3, 0.5)]
  expect(mild[0]).toBeLessThan(0.6)
  expect(sharp[0]).toBeCloseTo(0.49 / 0.54, 6)
  expect([...mild]).toEqual([...mild].sort((a, b) => b - a))
  expect([...tempered([1, 0, 0], 3, 0.5)].every((one) => Number.isFinite(one))).toBe(true)
})

test('[B44] log-odds and logistic function undo each other, and certainty stays finite', () => {
  for (const p of [0.001, 0.2, 0.5, 0.97]) expect(logistic(logOdds(p), { slope: 1, shift: 0 })).toBeCloseTo(p, 4)
  expect([0, 1].map(logOdds).every(Number.isFinite)).toBe(true)
  expect(logistic(0, { slope: 3, shift: Math.log(3) })).toBeCloseTo(0.75)
})

test('[B44] police are asked for by the words and by the kinds they may mean, half and half', () => {
  expect(policeShare([0.6, 0.3, 0.1, 0.8, 0], [true, false, true])).toBeCloseTo((0.8 + 0.7) / 2)
  expect(policeShare([0.6, 0.4, 0.8, 0], [false, false])).toBeCloseTo(0.4)
})
