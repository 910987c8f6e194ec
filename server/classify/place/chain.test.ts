import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestTags, emissionScores, emptyChain, latticeOf, tagCount, tags, transition, type Chain } from './chain.ts'

const number = fc.float({ min: -4, max: 4, noNaN: true })
const floats = (length: number) => fc.array(number, { minLength: length, maxLength: length })

/** Any weights over a text of one to six characters. */
const someText = fc.record({
  chain: floats(tagCount * tagCount).map((all): Chain => ({
    emissions: new Float32Array(0),
    scale: 1,
    transitions: Float32Array.from(all),
  })),
  scores: fc.integer({ min: 1, max: 6 }).chain((length) => floats(length * tagCount).map((all) => Float64Array.from(all))),
})

/** Every tagging of a text that can be, and what it weighs. */
const allTaggings = (chain: Chain, scores: Float64Array) => {
  const length = scores.length / tagCount
  const taggings = Array.from({ length: tagCount ** length }, (_, n) =>
    Array.from({ length }, (_one, i) => Math.floor(n / tagCount ** i) % tagCount),
  )
  return taggings
    .filter((tagging) => tagging.every((tag, i) => tag !== tags.further || (i > 0 && tagging[i - 1] !== tags.outside)))
    .map((tagging) => ({
      tagging,
      weight: tagging.reduce(
        (sum, tag, i) => sum + (scores[i * tagCount + tag] as number) + (i === 0 ? 0 : transition(chain, tagging[i - 1] as number, tag)),
        0,
      ),
    }))
}

const logOf = (weights: readonly number[]) => Math.log(weights.reduce((sum, one) => sum + Math.exp(one), 0))

test('[B49] the likeliest tagging is the heaviest of all', () => {
  fc.assert(
    fc.property(someText, ({ chain, scores }) => {
      const all = allTaggings(chain, scores)
      const found = [...bestTags(chain, scores)]
      const heaviest = Math.max(...all.map(({ weight }) => weight))
      const own = all.find(({ tagging }) => tagging.join() === found.join())
      expect(own?.weight).toBeCloseTo(heaviest, 6)
    }),
  )
})

test('[B49] how sure a tag is, and a pair of tags, are sums over all taggings', () => {
  fc.assert(
    fc.property(someText, ({ chain, scores }) => {
      const all = allTaggings(chain, scores)
      const total = logOf(all.map(({ weight }) => weight))
      const shareOf = (isSo: (tagging: readonly number[]) => boolean) => {
        const through = all.filter(({ tagging }) => isSo(tagging)).map(({ weight }) => weight)
        return through.length === 0 ? 0 : Math.exp(logOf(through) - total)
      }
      const { sure, pair } = latticeOf(chain, scores)
      scores.forEach((_score, here) => {
        const [i, tag] = [Math.floor(here / tagCount), here % tagCount]
        expect(sure[here]).toBeCloseTo(
          shareOf((tagging) => tagging[i] === tag),
          6,
        )
        for (const before of i === 0 ? [] : Object.values(tags))
          expect(pair(i, before, tag)).toBeCloseTo(
            shareOf((tagging) => tagging[i - 1] === before && tagging[i] === tag),
            6,
          )
      })
    }),
  )
})

test('[B49] however far the scores lie apart, what is known of a character sums to 1', () => {
  fc.assert(
    fc.property(someText, fc.constantFrom(100, 1e4, 1e30), ({ chain, scores }, far) => {
      const { sure } = latticeOf(
        chain,
        scores.map((score) => score * far),
      )
      for (let here = 0; here < sure.length; here += tagCount)
        expect((sure[here] as number) + (sure[here + 1] as number) + (sure[here + 2] as number)).toBeCloseTo(1, 6)
    }),
  )
})

test('[B49] no place begins with its further characters, however well they fit', () => {
  fc.assert(
    fc.property(someText, ({ chain, scores }) => {
      const loud = scores.map((score, at) => (at % tagCount === tags.further ? score + 1_000 : score))
      const found = bestTags(chain, loud)
      found.forEach((tag, i) => expect(tag === tags.further && (i === 0 || found[i - 1] === tags.outside)).toBe(false))
      expect(found.length === 1 || found.includes(tags.further)).toBe(true)
    }),
  )
})

test('[B49] an empty text has no tags', () => {
  const nothing = new Float64Array(0)
  expect(bestTags(emptyChain(), nothing)).toHaveLength(0)
  expect(latticeOf(emptyChain(), nothing).sure).toHaveLength(0)
})

test('[B49] how well a tag fits a character is the sum over its features', () => {
  const chain = emptyChain()
  chain.emissions.set([1, 2, 3], 0)
  chain.emissions.set([10, 20, 30], 5 * tagCount)
  expect([...emissionScores(chain, { length: 2, perUnit: 2, rows: Int32Array.of(0, 5, 5, 5) })]).toEqual([11, 22, 33, 20, 40, 60])
})
