import type { Pairs } from './soundPairs.ts'

/** Counts each of the pairs up or down; those of which none are left are forgotten. */
export const changeCounts = (counts: Map<number, number>, pairs: Pairs, by: number): void => {
  for (const pair of pairs) {
    const count = (counts.get(pair) ?? 0) + by
    if (count > 0) counts.set(pair, count)
    else counts.delete(pair)
  }
}
