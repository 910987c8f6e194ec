import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOnRoster, localMinute } from './roster.ts'

const hangzhou = 480
/** Monday 5 January 2026, local midnight in Hangzhou. */
const monday = Date.UTC(2026, 0, 4, 16)
const hourMs = 3_600_000
const dayMs = 24 * hourMs

describe('roster', () => {
  const daytime = [{ days: [1, 2, 3, 4, 5], fromMinute: 8 * 60, toMinute: 17 * 60 }]

  test('[T1] the first minute of a shift counts, its last does not', () => {
    expect(isOnRoster(daytime, monday + 8 * hourMs - 1, hangzhou)).toBe(false)
    expect(isOnRoster(daytime, monday + 8 * hourMs, hangzhou)).toBe(true)
    expect(isOnRoster(daytime, monday + 17 * hourMs - 1, hangzhou)).toBe(true)
    expect(isOnRoster(daytime, monday + 17 * hourMs, hangzhou)).toBe(false)
  })

  test('[T1] days are those of the town, not of UTC', () => {
    const mondayFirstHour = [{ days: [1], fromMinute: 0, toMinute: 60 }]
    expect(isOnRoster(mondayFirstHour, monday, hangzhou)).toBe(true)
    expect(isOnRoster(mondayFirstHour, monday, 0)).toBe(false)
  })

  test('[T2] a shift past midnight belongs to the day on which it begins', () => {
    const saturdayNight = [{ days: [6], fromMinute: 20 * 60, toMinute: 8 * 60 }]
    const saturday = monday + 5 * dayMs
    expect(isOnRoster(saturdayNight, saturday + 7 * hourMs, hangzhou)).toBe(false)
    expect(isOnRoster(saturdayNight, saturday + 21 * hourMs, hangzhou)).toBe(true)
    expect(isOnRoster(saturdayNight, saturday + 31 * hourMs, hangzhou)).toBe(true)
    expect(isOnRoster(saturdayNight, saturday + 32 * hourMs, hangzhou)).toBe(false)
  })

  test('[T2] equal hours are a shift of a whole day', () => {
    const whole = [{ days: [3], fromMinute: 480, toMinute: 480 }]
    const wednesday = monday + 2 * dayMs
    expect(isOnRoster(whole, wednesday + 8 * hourMs, hangzhou)).toBe(true)
    expect(isOnRoster(whole, wednesday + 32 * hourMs - 1, hangzhou)).toBe(true)
    expect(isOnRoster(whole, wednesday + 32 * hourMs, hangzhou)).toBe(false)
  })

  test('[T1] an empty roster is never on shift', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 4e12 }), (at) => !isOnRoster([], at, hangzhou)))
  })

  test('[T2] a shift covers exactly its length in every week', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 6 }), (fromMinute, toMinute, day) => {
        const spans = [{ days: [day], fromMinute, toMinute }]
        const minutes = Array.from({ length: 7 * 1440 }, (_, m) => monday + m * 60_000)
        const length = toMinute > fromMinute ? toMinute - fromMinute : toMinute - fromMinute + 1440
        expect(minutes.filter((at) => isOnRoster(spans, at, hangzhou))).toHaveLength(length)
      }),
      { numRuns: 20 },
    )
  })

  test('[T1] the day of the week agrees with the calendar, before 1970 too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 4e12 }), (at) => {
        const local = new Date(at + hangzhou * 60_000)
        expect(localMinute(at, hangzhou)).toEqual({ day: local.getUTCDay(), minute: local.getUTCHours() * 60 + local.getUTCMinutes() })
      }),
    )
  })
})
