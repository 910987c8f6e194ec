import type { RosterSpan } from '../../shared/domain/unit/roster.ts'

type Days = readonly number[]
type Span = RosterSpan

const at = (hour: number) => Math.round(hour * 60)
const span = (days: Days, from: number, to: number): Span => ({ days: [...days], fromMinute: at(from), toMinute: at(to) })

const workdays: Days = [1, 2, 3, 4, 5]
const everyDay: Days = [0, 1, 2, 3, 4, 5, 6]

const without = (rest: Days): Days => everyDay.filter((day) => !rest.includes(day))

/** 两班倒: day and night crews in two teams that change over on Thursday evening. */
export const twoShifts = (n: number): readonly Span[] => {
  const days: Days = n % 4 < 2 ? [1, 2, 3, 4] : [5, 6, 0]
  return [n % 2 === 0 ? span(days, 8, 20) : span(days, 20, 8)]
}

/** 二十四小时备勤: three crews in turn, a whole day each from eight to eight. */
export const wholeDays = (n: number): readonly Span[] => [
  span(
    (
      [
        [1, 4, 0],
        [2, 5],
        [3, 6],
      ] as const
    )[n % 3] ?? [],
    8,
    8,
  ),
]

/**
 * Five days a week with the rest days going round, and one night in the week on call. Every other one works
 * from noon into the evening, when most reports come.
 */
export const daysAndOneNight = (n: number): readonly Span[] => {
  const rest = n % 7
  const [from, to] = n % 2 === 0 ? [8, 17.5] : [12.5, 22]
  return [span(without([rest, (rest + 1) % 7]), from, to), span([(n * 3) % 7], to, 8)]
}

/** Office hours, and one night and one weekend day on call by turns. */
export const officeAndOnCall = (n: number): readonly Span[] => [
  span(workdays, 8.5, 17.5),
  span([n % 7], 17.5, 8.5),
  span([n % 2 === 0 ? 0 : 6], 8.5, 17.5),
]

/** 早中晚: three shifts of eight hours through the week, rest days going round. */
export const threeShifts = (n: number): readonly Span[] => {
  const [from, to] = (
    [
      [7, 15],
      [15, 23],
      [23, 7],
    ] as const
  )[n % 3] ?? [7, 15]
  const rest = Math.floor(n / 3) % 7
  return [span(without([rest, (rest + 3) % 7]), from, to)]
}

/** Volunteers: evenings and weekends, and a night watch once a week. */
export const evenings = (n: number): readonly Span[] => [
  span(workdays, n % 2 === 0 ? 18 : 6, n % 2 === 0 ? 22 : 9),
  span(n % 2 === 0 ? [6, 0] : [6], 9, 21),
  span([n % 7], 21, 8.5),
  span([(n + 3) % 7, (n + 5) % 7], 8, 18.5),
]
