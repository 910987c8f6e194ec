import { z } from 'zod'

/** Minutes of a day, 0 (midnight) to 1440 (the midnight after). */
const Minute = z.number().int().min(0).max(1440)

/**
 * 班次: the days of the week on which a shift begins, and its hours in the town's local time.
 *
 * `toMinute` at or before `fromMinute` means the shift runs past midnight and ends on the next day;
 * equal minutes are a shift of 24 hours. Days as in JavaScript: 0 is Sunday.
 */
export const RosterSpan = z
  .object({
    days: z.array(z.number().int().min(0).max(6)).min(1).max(7).readonly(),
    fromMinute: Minute.max(1439),
    toMinute: Minute,
  })
  .readonly()
export type RosterSpan = z.infer<typeof RosterSpan>

const daysOf = ({ days }: RosterSpan) => [...days].sort().join()

/** True when both say the same shifts in the same order; the order of a shift's days says nothing. */
export const isSameRoster = (a: readonly RosterSpan[], b: readonly RosterSpan[]): boolean =>
  a.length === b.length &&
  a.every((span, i) => {
    const other = b[i]
    return other?.fromMinute === span.fromMinute && other.toMinute === span.toMinute && daysOf(other) === daysOf(span)
  })

const minuteMs = 60_000
const dayMinutes = 1440

/** Day of the week (0 is Sunday) and minute of that day, in a zone `utcOffsetMinutes` east of UTC. */
export const localMinute = (at: number, utcOffsetMinutes: number): { readonly day: number; readonly minute: number } => {
  const minutes = Math.floor(at / minuteMs) + utcOffsetMinutes
  const days = Math.floor(minutes / dayMinutes)
  // 1 January 1970 was a Thursday (4); the outer remainder keeps days before it positive.
  return { day: (((days + 4) % 7) + 7) % 7, minute: minutes - days * dayMinutes }
}

const covers = (span: RosterSpan, day: number, minute: number): boolean => {
  if (span.toMinute > span.fromMinute) return span.days.includes(day) && minute >= span.fromMinute && minute < span.toMinute
  const dayBefore = (day + 6) % 7
  return (span.days.includes(day) && minute >= span.fromMinute) || (span.days.includes(dayBefore) && minute < span.toMinute)
}

/** True while a shift of the roster runs: its first minute counts, its last does not. `at` in UTC epoch ms. */
export const isOnRoster = (roster: readonly RosterSpan[], at: number, utcOffsetMinutes: number): boolean => {
  const { day, minute } = localMinute(at, utcOffsetMinutes)
  return roster.some((span) => covers(span, day, minute))
}
