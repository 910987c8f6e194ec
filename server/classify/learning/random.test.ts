import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom, shuffle } from './random.ts'

const drawn = (seed: number, count = 20) => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, random)
}

test('[B77] chance is the same for the same seed and another for another', () => {
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(7)).not.toEqual(drawn(8))
  expect(drawn(0)).not.toEqual(drawn(1))
})

test('[B77] what is drawn lies between 0 and 1 and is spread evenly', () => {
  fc.assert(fc.property(fc.integer(), (seed) => drawn(seed, 50).every((one) => one >= 0 && one < 1)))
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const one of drawn(1, 10_000)) tenths[Math.floor(one * 10)] = (tenths[Math.floor(one * 10)] as number) + 1
  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})

test('[B77] an order that is shuffled is the same things in another order, the same for the same seed', () => {
  const shuffled = (seed: number) => {
    const order = Uint32Array.from({ length: 30 }, (_, i) => i)
    shuffle(order, randomFrom(seed))
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
