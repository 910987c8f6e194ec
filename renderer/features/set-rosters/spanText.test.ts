import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOnRoster } from '../../../shared/domain/unit/roster.ts'
import { sayOf } from '../../ui/words.ts'
import { minuteOf, spanText, timeOf } from './spanText.ts'
import { rosterWords } from './words.ts'

const t = sayOf(rosterWords, 'zh-CN')

describe('a shift in words', () => {
  test.each([
    [{ days: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1020 }, '工作日 08:00–17:00'],
    [{ days: [0, 1, 2, 3, 4, 5, 6], fromMinute: 1200, toMinute: 480 }, '每天 20:00–次日 08:00'],
    [{ days: [6, 0], fromMinute: 480, toMinute: 480 }, '六日 08:00 全天'],
    [{ days: [3], fromMinute: 960, toMinute: 1440 }, '三 16:00–00:00'],
  ])('[P23] %j reads %s', (span, text) => {
    expect(spanText(span, t)).toBe(text)
  })

  test.each([
    ['07:30', 450],
    ['7:30', 450],
    ['0730', 450],
    ['7：30', 450],
    ['24:00', null],
    ['7:60', null],
    ['', null],
  ])('[P23] %s typed is minute %s', (typed, minute) => {
    expect(minuteOf(typed)).toBe(minute)
  })

  test('[P23] a shift typed as it is shown covers the same minutes', () => {
    const minute = fc.integer({ min: 0, max: 1440 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), minute, fc.integer({ min: 0, max: 6 }), minute, (fromMinute, toMinute, day, at) => {
        const shown = { days: [day], fromMinute: minuteOf(timeOf(fromMinute)) ?? -1, toMinute: minuteOf(timeOf(toMinute)) ?? -1 }
        const instants = Array.from({ length: 8 }, (_, days) => days * 86_400_000 + at * 60_000)
        const covers = (span: typeof shown) => instants.map((instant) => isOnRoster([span], instant, 480))
        expect(covers(shown)).toEqual(covers({ days: [day], fromMinute, toMinute }))
      }),
    )
  })
})
