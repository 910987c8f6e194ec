import { bestTags, emissionScores, latticeOf, tagCount, tags, type Chain } from './chain.ts'
import type { PlaceFeatures } from './placeFeatures.ts'

/** Words that say where: UTF-16 offsets, end exclusive, and how sure it is (0–1). */
export type SaidPlace = { readonly start: number; readonly end: number; readonly confidence: number }

/** What belongs to no place at its edges. */
const edge = /[\s,，。.!！?？、;；:："“”'‘’（）()【】…—-]/

const trimmed = (plain: string, [start, end]: readonly [number, number]): readonly [number, number] => {
  let [from, to] = [start, end]
  while (from < to && edge.test(plain.charAt(from))) from += 1
  while (to > from && edge.test(plain.charAt(to - 1))) to -= 1
  return [from, to]
}

/**
 * Finds the words of a plain text that say where, surest first. `lean`, in log-odds, is how much it leans towards a place where the
 * chain is undecided: a place too much is seen at once, one that was missed is not.
 */
export const placeFinder = (chain: Chain, read: (plain: string) => PlaceFeatures, lean = 0): ((plain: string) => readonly SaidPlace[]) => {
  return (plain) => {
    if (plain === '') return []
    const scores = emissionScores(chain, read(plain))
    for (let i = tags.outside; i < scores.length; i += tagCount) scores[i] = (scores[i] as number) - lean
    const found = bestTags(chain, scores)
    if (!found.includes(tags.first)) return []
    const { sure: shares } = latticeOf(chain, scores)
    const sure = (i: number) => shares[i * tagCount + (found[i] as number)] as number
    const places: SaidPlace[] = []
    for (let start = 0; start < plain.length; start++) {
      if (found[start] !== tags.first) continue
      let end = start + 1
      while (end < plain.length && found[end] === tags.further) end += 1
      const [from, to] = trimmed(plain, [start, end])
      // Where it begins and where it ends decide; what lies between seldom errs alone. Rounding may make a little more than 1 of certainty.
      const confidence = Math.min(1, sure(start), sure(end - 1), ...(end < plain.length ? [sure(end)] : []))
      if (to > from) places.push({ start: from, end: to, confidence })
    }
    return places.sort((a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start))
  }
}
