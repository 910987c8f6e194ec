import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from './seededRandom.ts'

const drawn = (seed: number, count = 20) => {
  const random = seededRandom(seed)
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
