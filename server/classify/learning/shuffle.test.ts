import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { shuffle } from './shuffle.ts'

test('[B77] an order that is shuffled is the same things in another order, the same for the same seed', () => {
  const shuffled = (seed: number) => {
    const order = Uint32Array.from({ length: 30 }, (_, i) => i)
    shuffle(order, seededRandom(seed))
    return [...order]
  }
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect([...shuffled(seed)].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i))
      expect(shuffled(seed)).toEqual(shuffled(seed))
    }),
  )
  expect(shuffled(1)).not.toEqual(shuffled(2))
})
