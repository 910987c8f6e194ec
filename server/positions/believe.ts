import type { Position } from '../../shared/contracts/positions.ts'
import { distanceM, isInChina } from '../../shared/domain/geo/point.ts'

/** Why a fix is not believed. */
export type Doubt = 'outside-china' | 'from-the-future' | 'too-old' | 'older-than-latest' | 'impossible-speed'

/** Phones' clocks are off by seconds; a fix from later than this is a wrong clock. */
const futureMs = 60_000

/** A phone without network hands in its fixes late, but not a day late. */
const longestDelayMs = 86_400_000

/** Faster than any vehicle of a town: 300 km/h in metres per millisecond. */
const fastestMPerMs = 300 / 3_600

/** True when nobody gets from one to the other in the time between; what both fixes may be off by is granted. */
export const isImpossibleMove = (from: Position, to: Position): boolean => {
  const granted = from.accuracyM + to.accuracyM
  const spanMs = Math.max(1_000, Math.abs(to.at - from.at))
  return distanceM(from.point, to.point) - granted > spanMs * fastestMPerMs
}

/**
 * Why this fix cannot be the unit's place, or null when it can.
 *
 * A jump is not believed once, but it is when the next fix says the same: then the one before was wrong,
 * or the phone was off in a tunnel with a wrong clock.
 */
export const doubtOf = (fix: Position, latest: Position | undefined, doubted: Position | undefined, now: number): Doubt | null => {
  if (!isInChina(fix.point)) return 'outside-china'
  if (fix.at > now + futureMs) return 'from-the-future'
  if (fix.at < now - longestDelayMs) return 'too-old'
  if (!latest) return null
  if (fix.at <= latest.at) return 'older-than-latest'
  if (!isImpossibleMove(latest, fix)) return null
  const isRepeated = doubted !== undefined && fix.at > doubted.at && !isImpossibleMove(doubted, fix)
  return isRepeated ? null : 'impossible-speed'
}
