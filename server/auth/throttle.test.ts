import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openThrottle } from './throttle.ts'

const aThrottle = () => {
  const clock = { at: 1_000_000 }
  return { clock, throttle: openThrottle(() => clock.at) }
}
const waitOf = (answer: { ok: true } | { ok: false; waitMs: number }) => (answer.ok ? 0 : answer.waitMs)

describe('throttle', () => {
  test('[P3] five failures are free, then each wait is twice the one before, up to five minutes', () => {
    const { clock, throttle } = aThrottle()
    for (let i = 0; i < 5; i++) expect(throttle.begin('amy', `desk-${i}`).ok).toBe(true)
    const waits = Array.from({ length: 12 }, (_, i) => {
      const waitMs = waitOf(throttle.begin('amy', `other-${i}`))
      clock.at += waitMs
      expect(throttle.begin('amy', `other-${i}`).ok).toBe(true)
      return waitMs
    })
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map((seconds) => seconds * 1_000))
  })

  test('[P3] tries made at the same time count before any of them is answered', () => {
    const { throttle } = aThrottle()
    const answers = Array.from({ length: 50 }, () => throttle.begin('amy', 'desk'))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
  })

  test('[P3] an address that guesses at many accounts is slowed down too', () => {
    const { throttle } = aThrottle()
    const answers = Array.from({ length: 100 }, (_, i) => throttle.begin(`person-${i}`, 'stranger'))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(30)
    expect(throttle.begin('person-0', 'elsewhere').ok).toBe(true)
  })

  test('[P3] whoever signed in from an address is not kept out there by a stranger elsewhere', () => {
    const { throttle } = aThrottle()
    throttle.begin('amy', 'desk')
    throttle.succeeded('amy', 'desk')
    for (let i = 0; i < 40; i++) throttle.begin('amy', `stranger-${i}`)
    expect(throttle.begin('amy', 'stranger').ok).toBe(false)
    expect(throttle.begin('amy', 'desk').ok).toBe(true)
  })

  test('[P3] a room of people who sign in well never waits, whatever the pace', () => {
    const steps = fc.array(fc.record({ person: fc.integer({ min: 1, max: 9 }), pauseMs: fc.integer({ min: 0, max: 5_000 }) }), {
      maxLength: 200,
    })
    fc.assert(
      fc.property(steps, (signIns) => {
        const { clock, throttle } = aThrottle()
        for (const { person, pauseMs } of signIns) {
          clock.at += pauseMs
          expect(throttle.begin(`p${person}`, 'room').ok).toBe(true)
          throttle.succeeded(`p${person}`, 'room')
        }
      }),
    )
  })

  test('[P3] failures are forgotten after half an hour without one', () => {
    const { clock, throttle } = aThrottle()
    for (let i = 0; i < 5; i++) throttle.begin('amy', 'desk')
    expect(throttle.begin('amy', 'desk').ok).toBe(false)
    clock.at += 30 * 60_000
    for (let i = 0; i < 5; i++) expect(throttle.begin('amy', 'desk').ok).toBe(true)
  })
})
