import { localMinute } from '../../shared/domain/unit/roster.ts'
import type { Chance } from './chance.ts'

/**
 * Reports an hour for each hour of the local day: low at night, twelve by day, thirty from 18 to 22.
 *
 * The shape follows what the rooms tell of their evenings (disputes, noise, traffic after work); the
 * heights are a busy town of this size.
 */
const perHour = [7, 5, 4, 3, 3, 4, 6, 10, 13, 12, 12, 12, 12, 12, 12, 12, 13, 19, 30, 30, 30, 28, 15, 10] as const

export const busiestPerHour = Math.max(...perHour)

const hourMs = 3_600_000

/** Reports an hour that are usual at this instant. `at` UTC epoch ms. */
export const reportsPerHour = (at: number, utcOffsetMinutes: number): number =>
  perHour[Math.floor(localMinute(at, utcOffsetMinutes).minute / 60)] ?? busiestPerHour

/** Played ms until a report might come; it comes when `isDue`. So the pace follows the hours without a bend. */
export const untilNext = (chance: Chance): number => chance.gap(hourMs / busiestPerHour)

export const isDue = (at: number, utcOffsetMinutes: number, chance: Chance): boolean =>
  chance.happens(reportsPerHour(at, utcOffsetMinutes) / busiestPerHour)
