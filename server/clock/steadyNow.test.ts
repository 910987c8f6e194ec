import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { steadyNow } from './steadyNow.ts'

const opened = (notBefore = 0) => {
  let [wall, monotonic] = [1_000_000, 0]
  const now = steadyNow({ wall: () => wall, monotonic: () => monotonic, notBefore })
  return {
    now,
    pass: (ms: number) => {
      wall += ms
      monotonic += ms
      return now()
    },
    set: (ms: number) => void (wall += ms),
  }
}

describe('the process’s clock', () => {
  test('[S23] it follows the wall clock, also forwards', () => {
    const clock = opened()
    expect(clock.pass(500)).toBe(1_000_500)
    clock.set(60_000)
    expect(clock.pass(500)).toBe(1_061_000)
  })

  test('[S23] a wall clock set back neither turns it back nor stops it, and the two meet again', () => {
    const clock = opened()
    clock.pass(1_000)
    clock.set(-10_000)
    expect(clock.pass(1_000)).toBe(1_001_900)
    for (let i = 0; i < 100; i++) clock.pass(1_000)
    expect(clock.pass(1_000)).toBe(1_000_000 + 1_000 - 10_000 + 1_000 + 101_000)
  })

  test('[S23] it goes on from the last instant in the journal', () => {
    const clock = opened(1_005_000)
    expect(clock.now()).toBe(1_005_000)
    expect(clock.pass(1_000)).toBe(1_005_900)
  })

  test('[S23] whatever is done to the wall clock, time never runs back and never stands still', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 2, max: 10_000 }), fc.integer({ min: -1e6, max: 1e6 }))), (steps) => {
        const clock = opened()
        let last = clock.now()
        for (const [passed, moved] of steps) {
          clock.set(moved)
          const next = clock.pass(passed)
          expect(next - last).toBeGreaterThanOrEqual(Math.floor(passed * 0.9))
          last = next
        }
      }),
    )
  })
})
