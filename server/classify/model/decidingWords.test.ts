import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewSounds } from '../testing/fewSounds.ts'
import { someModel } from '../testing/someModel.ts'
import { featureReader } from './features.ts'
import { hashOf } from './hash.ts'
import type { Model } from './model.ts'
import { modelReader } from './modelReader.ts'

const read = featureReader(fewSounds)
const natureOf = (kind: string) => (kind.startsWith('P') ? 'police' : 'civil')
const sure = { slope: 1, shift: 0, threshold: 0.5 }

/** A model to which a few words mean something: each pulls at P01, police and life by its number. */
const modelOf = (words: Readonly<Record<string, number>>): Model => ({
  kinds: ['C01', 'P01'],
  hashes: Int32Array.from(Object.keys(words), (word) => hashOf(word, 1)),
  width: 2,
  // The straight half of the first middle number speaks for P01, police and life; nothing else does.
  members: [
    {
      bias: new Float32Array(2),
      out: Float32Array.from({ length: 16 }, (_, i) => ([6, 10, 14].includes(i) ? 1 : 0)),
      outBias: new Float32Array(4),
    },
  ],
  scales: Float32Array.from(Object.values(words), () => 1),
  weights: Int8Array.from(Object.values(words).flatMap((weight) => [weight, 0])),
  calibration: { temperature: 1, police: sure, critical: sure },
  origin: { seed: 1, corpus: '', texts: 0 },
})

const wordsOf = (words: Readonly<Record<string, number>>, text: string, answer: 'P01' | 'C01' | 'police' | 'critical') =>
  modelReader(
    modelOf(words),
    natureOf,
  )(read(text, new Map()))
    .wordsFor(answer)
    .map(([start, end]) => text.slice(start, end))

test.each(['P01', 'police', 'critical'] as const)('[B47] the word that alone decides for %s is the one that is shown', (answer) => {
  expect(wordsOf({ 着火: 7, 快来: 1 }, '12号楼下着火了，快来', answer)).toEqual(['着火'])
})

test('[B47] a word that speaks against an answer is not among its words', () => {
  expect(wordsOf({ 着火: 7, 找物业: -5 }, '着火了不用管，找物业', 'P01')).toEqual(['着火'])
  expect(wordsOf({ 着火: 7, 找物业: -5 }, '着火了不用管，找物业', 'C01')).toEqual(['找物业'])
})

test('[B47] of several words the heaviest comes first', () => {
  expect(wordsOf({ 有刀: 5, 伤人了: 7 }, '他有刀，伤人了', 'P01')).toEqual(['伤人了', '有刀'])
})

test('[B47] a word is not cut where its last character weighs less, and none goes over a comma', () => {
  expect(wordsOf({ 业委: 7, 会: 2 }, '找业委会，没人', 'P01')).toEqual(['业委会'])
  expect(wordsOf({ 漏气: 7, '|嘶嘶': 7 }, '煤气漏气，嘶嘶响', 'P01')).toEqual(['漏气', '嘶嘶'])
})

test('[B47] four stretches at most are shown, also where the model is all but certain', () => {
  const many = { 甲乙: 7, 丙丁: 7, 戊己: 7, 庚辛: 7, 壬癸: 7 }
  expect(wordsOf(many, '甲乙，丙丁，戊己，庚辛，壬癸', 'P01')).toHaveLength(4)
})

test('[B47] for a kind that the model has not learnt it shows no words', () => {
  const opinion = modelReader(modelOf({ 着火: 7 }), natureOf)(read('着火了', new Map()))
  expect(opinion.wordsFor('C99')).toEqual([])
})

test('[B47] where no word of the text says anything, none is shown', () => {
  expect(wordsOf({ 着火: 7 }, '', 'P01')).toEqual([])
  expect(wordsOf({ 着火: 7 }, '水管漏水', 'P01')).toEqual([])
  expect(wordsOf({ 着火: 0 }, '着火', 'P01')).toEqual([])
})

const text = fc.oneof(fc.stringMatching(/^[着火伤刀人在楼0-9，。 ]{0,40}$/), fc.string({ unit: 'binary', maxLength: 60 }))

test('[B47] whatever the model and the text: two to eight characters of it each, four at most, none twice', () => {
  fc.assert(
    fc.property(someModel, text, (model, words) => {
      // The rows of the model become features of this very text, or it would know none of them.
      const own = [...new Set(read(words, new Map()).reading.hashes)]
      const hashes = model.hashes.map((hash, i) => own[(i * 5) % own.length] ?? hash)
      const opinion = modelReader({ ...model, hashes }, natureOf)(read(words, new Map()))
      for (const answer of [...model.kinds, 'police' as const, 'critical' as const]) {
        const spans = opinion.wordsFor(answer)
        expect(spans.length).toBeLessThanOrEqual(4)
        const units = spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i))
        expect(new Set(units).size).toBe(units.length)
        for (const unit of units) expect(unit >= 0 && unit < words.length).toBe(true)
        for (const [start, end] of spans) expect(end - start >= 2 && end - start <= 8).toBe(true)
      }
    }),
  )
})
