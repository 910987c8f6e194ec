import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Kind } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Priors } from './priors.ts'
import { rankKinds } from './rankKinds.ts'

const kind = (code: string): Kind => ({
  code,
  nature: 'civil',
  group: '事',
  nameZh: code,
  nameEn: code,
  primaryForce: 'grid',
  supportForces: [],
  urgency: 'normal',
  cn110Codes: [],
  scope: '',
})
const town = ['C01', 'C02', 'P01', 'C90', 'C91'].map(kind)
const learnt = new Map([
  ['C01', 0.6],
  ['C02', 0.3],
  ['P01', 0.1],
])
const priors = (weights: Readonly<Record<string, number>> = {}): Priors => ({
  weights: new Map(Object.entries(weights)),
  police: false,
  policeShift: 0,
  reasons: [],
})
const words = (scores: Readonly<Record<string, number>> = {}) =>
  new Map(Object.entries(scores).map(([code, score]) => [code, { score, spans: [], denied: [] }]))

const ranked = (...[scores, weights]: readonly Readonly<Record<string, number>>[]) =>
  rankKinds(town, learnt, words(scores), priors(weights)).map(
    ({ kind: { code }, confidence }) => [code, Number(confidence.toFixed(6))] as const,
  )

test('[B46] without a word and a prior the kinds are as likely as the model says, likeliest first', () => {
  expect(ranked()).toEqual([
    ['C01', 0.6],
    ['C02', 0.3],
    ['P01', 0.1],
    ['C90', 0],
    ['C91', 0],
  ])
})

test('[B46] a kind that the model has not learnt is as likely as its words say', () => {
  expect(ranked({ C90: 4 })[0]).toEqual(['C01', 0.4])
  expect(ranked({ C90: 4 }).find(([code]) => code === 'C90')).toEqual(['C90', expect.closeTo(1 / 3, 5)])
  expect(ranked({ C90: 40 })[0]?.[0]).toBe('C90')
  expect(ranked({ C90: -3 }).find(([code]) => code === 'C90')).toEqual(['C90', 0])
})

test('[B46] words add nothing to a kind that the model has learnt: it has weighed them already', () => {
  expect(ranked({ C02: 50 })).toEqual(ranked())
})

test('[B46] what is known before a word is read moves the shares', () => {
  const [before, after] = [new Map(ranked()), new Map(ranked({}, { P01: 5 }))]
  expect(after.get('P01')).toBeGreaterThan(before.get('P01') as number)
  expect(after.get('C01')).toBeLessThan(before.get('C01') as number)
  // A weight is a step of log-odds.
  expect(new Map(ranked({}, { P01: 1 })).get('P01')).toBeCloseTo((0.1 * Math.E) / (0.9 + 0.1 * Math.E), 5)
})

const share = fc.double({ min: 0, max: 1, noNaN: true })

test('[B46] whatever model, words and priors: the kinds sum to 1, likeliest first, none is lost', () => {
  fc.assert(
    fc.property(
      fc.tuple(share, share, share),
      fc.dictionary(fc.constantFrom('C01', 'C90', 'C91'), fc.double({ min: -10, max: 60, noNaN: true })),
      fc.dictionary(fc.constantFrom('C01', 'P01', 'C90'), fc.double({ min: -6, max: 6, noNaN: true })),
      (shares, scores, weights) => {
        const total = shares.reduce((sum, one) => sum + one + 1e-9, 0)
        const model = new Map(['C01', 'C02', 'P01'].map((code, i) => [code, ((shares[i] as number) + 1e-9) / total]))
        const all = rankKinds(town, model, words(scores), priors(weights)).map(({ confidence }) => confidence)
        expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
        expect(all).toEqual([...all].sort((a, b) => b - a))
        expect(all).toHaveLength(town.length)
      },
    ),
  )
})

test('[B46] a town all of whose kinds are its own has them by their words, and nothing that says nothing', () => {
  const own = rankKinds(town, new Map(), words({ C90: 8 }), priors())
  expect(own[0]).toMatchObject({ kind: { code: 'C90' }, confidence: expect.closeTo(0.4, 5) as number })
  expect(rankKinds(town, new Map(), words(), priors()).every(({ confidence }) => confidence === 0)).toBe(true)
})
