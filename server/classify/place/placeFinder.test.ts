import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { tagCount, type Chain } from './chain.ts'
import type { PlaceFeatures } from './placeFeatures.ts'
import { placeFinder } from './placeFinder.ts'

/** Reads each character as one feature: its number among `signs`. */
const signs = '在桥头路口有人，。 '
const read = (plain: string): PlaceFeatures => ({
  length: plain.length,
  perUnit: 1,
  rows: Int32Array.from({ length: plain.length }, (_, i) => Math.max(0, signs.indexOf(plain.charAt(i)))),
})

/** How well the three tags fit each sign: outside, first, further. */
const chainOf = (fits: Readonly<Record<string, readonly [number, number, number]>>): Chain => {
  const emissions = new Float32Array(signs.length * tagCount)
  for (const [sign, fit] of Object.entries(fits)) emissions.set(fit, signs.indexOf(sign) * tagCount)
  return { emissions, scale: 1, transitions: new Float32Array(tagCount * tagCount) }
}

const sure = chainOf({ 桥: [0, 9, 0], 头: [0, 0, 9], 路: [0, 0, 3], 口: [0, 0, 1], 在: [9, 0, 0], 有: [9, 0, 0], 人: [9, 0, 0] })
const said = (text: string, chain = sure) => placeFinder(chain, read)(text).map(({ start, end }) => text.slice(start, end))

test('[B49] a place is its first character with those that go on', () => {
  expect(said('在桥头有人')).toEqual(['桥头'])
  expect(said('有人')).toEqual([])
  expect(said('')).toEqual([])
})

test('[B49] signs at the edges belong to no place', () => {
  const wide = chainOf({ 桥: [0, 9, 0], 头: [0, 0, 9], '，': [0, 5, 9], ' ': [0, 8, 5], 在: [9, 0, 0], 有: [9, 0, 0] })
  expect(said('在桥头，有', wide)).toEqual(['桥头'])
  expect(said('在，头 ，有', wide)).toEqual(['头'])
  expect(said('在，有', wide)).toEqual([])
})

test('[B49] the surest place comes first', () => {
  const places = placeFinder(sure, read)('桥口有人在桥头有人')
  expect(places.map(({ start }) => start)).toEqual([5, 0])
  expect(places.map(({ confidence }) => confidence)).toEqual(places.map(({ confidence }) => confidence).sort((a, b) => b - a))
})

test.each([3_372, 6_878, 17_162])('[B49] no place is surer than certain, whatever rounding makes of it: weights %i', (seed) => {
  const random = seededRandom(seed)
  const emissions = Float32Array.from({ length: 4 * tagCount }, () => (random() - 0.5) * 30)
  const transitions = Float32Array.from({ length: tagCount * tagCount }, () => (random() - 0.5) * 10)
  const rows = Int32Array.from({ length: 20 }, () => Math.floor(random() * 4))
  const places = placeFinder({ emissions, scale: 1, transitions }, ({ length }) => ({ length, perUnit: 1, rows }))(
    '甲乙丙丁戊己庚辛壬癸'.repeat(2),
  )
  expect(places.length).toBeGreaterThan(0)
  expect(places.every(({ confidence }) => confidence <= 1)).toBe(true)
})

const number = fc.float({ min: -20, max: 20, noNaN: true })
const someChain = fc
  .record({
    emissions: fc.array(number, { minLength: signs.length * tagCount, maxLength: signs.length * tagCount }),
    transitions: fc.array(number, { minLength: tagCount * tagCount, maxLength: tagCount * tagCount }),
  })
  .map(({ emissions, transitions }): Chain => ({
    emissions: Float32Array.from(emissions),
    scale: 1,
    transitions: Float32Array.from(transitions),
  }))

test('[B49] whatever was learnt and said: places lie in the text, begin and end with a word, do not overlap, and are as sure as 0 to 1', () => {
  fc.assert(
    fc.property(someChain, fc.stringMatching(/^[在桥头路口有人，。 x]{0,25}$/), (chain, text) => {
      const places = placeFinder(chain, read)(text)
      const units = places.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i))
      expect(new Set(units).size).toBe(units.length)
      for (const { start, end, confidence } of places) {
        expect(start >= 0 && start < end && end <= text.length).toBe(true)
        expect(confidence >= 0 && confidence <= 1).toBe(true)
        expect(text.slice(start, end)).toMatch(/^[^，。 ](.*[^，。 ])?$/)
      }
      const order = places.map(({ confidence }) => confidence)
      expect(order).toEqual([...order].sort((a, b) => b - a))
    }),
  )
})
