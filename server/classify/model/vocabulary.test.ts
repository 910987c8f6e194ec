import fc from 'fast-check'
import { expect, test } from 'vitest'
import { featuresOf } from '../testing/featuresOf.ts'
import { inputOf, vocabularyOf } from './vocabulary.ts'

const few = 1 / Math.sqrt(8)

test('[B45] what the model knows of a text shares one strength; what comes again counts a little more; signals keep their own', () => {
  const { rows, values, places } = inputOf(
    vocabularyOf([10, 30, 99]),
    featuresOf(
      [10, 20, 10, 30],
      [
        [99, 0.5],
        [77, 1],
      ],
    ),
  )
  expect([...rows]).toEqual([0, 1, 2])
  expect(values[0]).toBeCloseTo(Math.SQRT2 * few)
  expect(values[1]).toBeCloseTo(few)
  expect(values[2]).toBeCloseTo(0.5)
  expect([...places]).toEqual([0, -1, 0, 1])
})

test('[B45] a word that is said without end counts one and a half, and many words are no stronger together than few', () => {
  const again = inputOf(vocabularyOf([10]), featuresOf(Array.from({ length: 50 }, () => 10)))
  expect(again.values[0]).toBeCloseTo(1.5 * few)
  const hashes = Array.from({ length: 100 }, (_, i) => i)
  const many = inputOf(vocabularyOf(hashes), featuresOf(hashes))
  expect(Math.hypot(...many.values)).toBeCloseTo(1)
})

test('[B45] of a text that the model does not know, nothing is left', () => {
  const { rows, places } = inputOf(vocabularyOf([1]), featuresOf([2, 3], [[4, 1]]))
  expect(rows).toHaveLength(0)
  expect([...places]).toEqual([-1, -1])
})

const someHashes = fc.array(fc.nat(12), { maxLength: 20 })

test('[B44] reading a text leaves no trace for the next', () => {
  fc.assert(
    fc.property(someHashes, someHashes, fc.uniqueArray(fc.nat(12)), (one, other, known) => {
      const vocabulary = vocabularyOf(known)
      const first = inputOf(vocabulary, featuresOf(one))
      expect([...vocabulary.had]).toEqual(known.map(() => 0))
      inputOf(vocabulary, featuresOf(other))
      expect(inputOf(vocabulary, featuresOf(one))).toEqual(first)
    }),
  )
})

test('[B47] each run is told which of the inputs it became', () => {
  fc.assert(
    fc.property(someHashes, fc.uniqueArray(fc.nat(12)), (hashes, known) => {
      const { rows, places } = inputOf(vocabularyOf(known), featuresOf(hashes))
      expect([...places].map((place) => (place < 0 ? null : known[rows[place] as number]))).toEqual(
        hashes.map((hash) => (known.includes(hash) ? hash : null)),
      )
    }),
  )
})
