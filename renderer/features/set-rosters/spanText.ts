import type { RosterSpan } from '../../../shared/domain/unit/roster.ts'
import type { Say } from '../../ui/words.ts'
import type { rosterWords } from './words.ts'

/** Monday first, as a week is written here. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const

const two = (value: number) => String(value).padStart(2, '0')

/** `480` is `08:00`; midnight at the end of a day is `00:00`, which a shift reads as the same instant. */
export const timeOf = (minute: number): string => `${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`

/** The inverse of `timeOf`, from `07:30`, `7:30`, `7：30` or `0730`; null for what is no time. */
export const minuteOf = (time: string): number | null => {
  const match = /^([01]?\d|2[0-3])[:：]?([0-5]\d)$/.exec(time.trim())
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

const daysText = (days: readonly number[], t: Say<(typeof rosterWords.keys)[number]>): string => {
  if (weekdays.every((day) => days.includes(day))) return t('everyDay')
  if (days.length === 5 && [1, 2, 3, 4, 5].every((day) => days.includes(day))) return t('workdays')
  return weekdays
    .filter((day) => days.includes(day))
    .map((day) => t(`day.${day}`))
    .join(t('day.between'))
}

/** One shift in words: `工作日 08:00–17:00`, `每天 20:00–次日 08:00`. */
export const spanText = ({ days, fromMinute, toMinute }: RosterSpan, t: Say<(typeof rosterWords.keys)[number]>): string => {
  const isWhole = fromMinute === toMinute % 1440
  const end = toMinute > fromMinute ? timeOf(toMinute) : `${t('nextDay')} ${timeOf(toMinute)}`
  return `${daysText(days, t)} ${isWhole ? `${timeOf(fromMinute)} ${t('wholeDay')}` : `${timeOf(fromMinute)}–${end}`}`
}
