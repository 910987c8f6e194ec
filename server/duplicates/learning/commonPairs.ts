import { wordsOf } from '../numerals.ts'
import type { LearntDuplicates } from '../learntDuplicates.ts'

/** Pairs of fewer texts are rare; which of them is rarer matters little. */
const rareShare = 0.001

/** Which pairs of characters are common, as they are kept: by count, so that each stands once. */
export const commonPairs = (texts: readonly string[]): LearntDuplicates['words'] => {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const pairs = new Set<string>()
    for (const word of wordsOf(text)) {
      for (let i = 0; i + 2 <= word.length; i++) pairs.add(word.slice(i, i + 2))
    }
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const pairs: Record<string, string> = {}
  for (const [pair, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    if (count < rareShare * texts.length) break
    pairs[count] = pairs[count] === undefined ? pair : `${pairs[count]} ${pair}`
  }
  return { texts: texts.length, pairs }
}
