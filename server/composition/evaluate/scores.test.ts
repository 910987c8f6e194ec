import { expect, test } from 'vitest'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { calibrationError, scoresOf, type Judged } from './scores.ts'
import { judged } from './testing/judged.ts'

const scores = (rows: readonly Judged[]) =>
  Object.fromEntries(Object.entries(scoresOf(rows, seededRandom(1))).map(([name, { value, of }]) => [name, [Number(value.toFixed(4)), of]]))

const police = (so: boolean | null, seen: boolean) => judged({ policeNeeded: so, seen: { policeNeeded: seen } })
const life = (so: boolean | null, seen: boolean) => judged({ critical: so, seen: { critical: seen } })

test('[B79] police: how many of those needed are found, and how many of those found are needed', () => {
  const rows = [police(true, true), police(true, true), police(true, false), police(false, true), police(false, false), police(null, true)]
  expect(scores(rows)).toMatchObject({ policeRecall: [0.6667, 3], policePrecision: [0.6667, 3] })
})

test('[B79] life at risk: the same', () => {
  const rows = [life(true, true), life(true, false), life(false, true), life(false, true), life(null, true)]
  expect(scores(rows)).toMatchObject({ criticalRecall: [0.5, 2], criticalPrecision: [0.3333, 3] })
})

test('[B79] a kind is right when it is one of those accepted, and among the first three when one of the next two is', () => {
  const others = (...kinds: readonly string[]) => ({ kind: 'C09', alternatives: kinds.map((kind) => ({ kind, confidence: 0.1 })) })
  const rows = [
    judged(),
    judged({ kinds: ['C05', 'C01'] }),
    judged({ seen: others('C01', 'C02') }),
    judged({ seen: others('C02', 'C01') }),
    judged({ seen: others('C02', 'C03', 'C01') }),
    judged({ kinds: [] }),
  ]
  expect(scores(rows)).toMatchObject({ kindTop1: [0.4, 5], kindTop3: [0.8, 5] })
})

test('[B79] who goes is right or wrong, also where the kind is another', () => {
  const rows = [
    judged(),
    judged({ seen: { kind: 'C02' } }),
    judged({ seenForce: 'police' }),
    judged({ seenForce: null }),
    judged({ force: null, seenForce: 'grid' }),
  ]
  expect(scores(rows)).toMatchObject({ force: [0.5, 4] })
})

test('[B79] what a set does not label has no figure', () => {
  expect(scores([judged({ policeNeeded: null, critical: null, kinds: [], force: null })])).toEqual({
    kindTop1: [NaN, 0],
    kindTop3: [NaN, 0],
    force: [NaN, 0],
    policeRecall: [NaN, 0],
    policePrecision: [NaN, 0],
    criticalRecall: [NaN, 0],
    criticalPrecision: [NaN, 0],
    calibrationError: [NaN, 0],
  })
})

const rows = (count: number, right: number, confidence: number) =>
  Array.from({ length: count }, (_, i) => ({ confidence, isRight: i < right }))

test.each([
  ['as sure as it is right', rows(10, 7, 0.7), 0],
  ['too sure', rows(10, 5, 0.9), 0.4],
  ['not sure enough', rows(10, 10, 0.6), 0.4],
  ['certain and right', rows(4, 4, 1), 0],
  ['too sure here, not enough there: the one does not make up for the other', [...rows(10, 5, 0.9), ...rows(10, 6, 0.2)], 0.4],
  ['both sides within one tenth do make up', [...rows(1, 0, 0.5), ...rows(1, 1, 0.5)], 0],
])('[B79] calibration error, %s', (_what, all, error) => {
  expect(calibrationError(all)).toBeCloseTo(error, 6)
})
