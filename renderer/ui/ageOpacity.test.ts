import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOpacity } from './ageOpacity.ts'
import { countdown, span } from './townTime.ts'

test('[C5] what is older is never drawn stronger, and never vanishes', () => {
  const age = fc.integer({ min: -60_000, max: 86_400_000 })
  fc.assert(
    fc.property(age, age, (a, b) => {
      const [young, old] = a < b ? [a, b] : [b, a]
      expect(ageOpacity(old)).toBeLessThanOrEqual(ageOpacity(young))
      expect(ageOpacity(old)).toBeGreaterThan(0.3)
    }),
  )
})

test('[C5] a countdown reaches 0:00 at its limit and counts on below it', () => {
  expect([countdown(60_000), countdown(1), countdown(0), countdown(-35_000)]).toEqual(['1:00', '0:01', '0:00', '-0:35'])
  expect(span(3_730_000)).toBe('1:02:10')
})
