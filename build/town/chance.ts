import { seededRandom } from '../../shared/domain/seededRandom.ts'

/** Chance that repeats itself: the same seed draws the same town. */
export type Chance = {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  /** Between the two, evenly. */
  readonly between: (low: number, high: number) => number
  /** A whole number, both ends included. */
  readonly whole: (low: number, high: number) => number
  readonly pick: <T>(items: readonly T[]) => T
}

/** Good enough for a drawing. */
export const chance = (seed: number): Chance => {
  const next = seededRandom(seed)
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
  }
}
