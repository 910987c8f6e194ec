import type { Kind, KindCode, Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { KindWords } from './kindScores.ts'
import type { Priors } from './priors.ts'

export type Ranked = { readonly kind: Kind; readonly confidence: number }

/** The lexicon weighs a clear phrase 5; that much of words alone makes a kind that the model has not learnt about as likely as all others. */
const evenScore = 4

/**
 * The kinds of the town by probability, likeliest first. A kind that the town added, of which the model knows nothing,
 * is as likely as the words of its scope say; what is left is shared among the others.
 */
export const rankKinds = (
  taxonomy: Taxonomy,
  learnt: ReadonlyMap<KindCode, number>,
  words: ReadonlyMap<KindCode, KindWords>,
  priors: Priors,
): readonly Ranked[] => {
  const raised = taxonomy.map((kind) => {
    const prior = Math.exp(priors.weights.get(kind.code) ?? 0)
    const own = Math.max(0, words.get(kind.code)?.score ?? 0)
    return { kind, known: learnt.has(kind.code), share: prior * (learnt.get(kind.code) ?? own / (own + evenScore)) }
  })
  const sumOf = (isKnown: boolean) => raised.reduce((sum, { known, share }) => sum + (known === isKnown ? share : 0), 0)
  const added = sumOf(false)
  const left = 1 / (1 + added)
  const all = sumOf(true)
  return raised
    .map(({ kind, known, share }) => ({ kind, confidence: known ? (all > 0 ? (share / all) * left : 0) : share * left }))
    .sort((a, b) => b.confidence - a.confidence)
}
