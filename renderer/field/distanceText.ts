import type { Say } from '../ui/words.ts'

/** `420 米`, `1.4 公里`: as it is said to a person on the way. */
export const distanceText = (say: Say<'metres' | 'kilometres'>, metres: number): string =>
  metres < 1_000 ? say('metres', { count: Math.round(metres) }) : say('kilometres', { count: (metres / 1_000).toFixed(1) })
