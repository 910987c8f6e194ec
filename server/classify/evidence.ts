import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { BrainData } from './brainData.ts'
import { conceptFinder } from './concepts.ts'
import { dangerRules, type Dangers } from './dangers.ts'
import { kindScores, type KindWords } from './kindScores.ts'
import type { Signals } from './model/features.ts'
import type { Span } from './phrase.ts'
import { plainText } from './plainText.ts'
import { surroundings, type Surroundings } from './surroundings.ts'
import { wholesOf, wordBook } from './wordBook.ts'

/** What hand-written words and rules find in a text, before anything is weighed. */
export type Evidence = {
  readonly plain: string
  readonly around: Surroundings
  /** Where harmless words stand that hold a graver one: 砍伐, 烧烤. */
  readonly harmless: readonly Span[]
  readonly dangers: Dangers
  readonly kinds: ReadonlyMap<string, KindWords>
  /** The same for the model, by name. */
  readonly signals: Signals
}

/** Strengths as the model sees them; a clear phrase of the lexicon weighs 5 there. */
const strength = { rule: 1, concept: 0.5, short: 0.2, perKindScore: 0.2 } as const

/** Shorter texts than this leave much unsaid. UTF-16 units. */
const shortText = 16

const noteRules = (family: 'hint' | 'rule', { fired, muted }: Dangers, into: Map<string, number>) => {
  for (const { rule, past } of fired) into.set(`${family}:${rule.name}${past ? ':past' : ''}`, strength.rule)
  for (const { rule, why } of muted) into.set(`${family}:${rule.name}:${why}`, strength.rule)
}

/** Reads texts; built once for a taxonomy. */
export const evidenceReader = (taxonomy: Taxonomy, data: BrainData): ((text: string) => Evidence) => {
  const plain = plainText(data.spelling)
  const book = wordBook(wholesOf(data.wholeWords, plain))
  const around = surroundings(data.contexts, book)
  const findDangers = dangerRules(data.dangers, book, data.contexts.corrections)
  const findHints = dangerRules(data.hints, book)
  const scoreKinds = kindScores(taxonomy, data.lexicon, plain, book)
  const findConcepts = conceptFinder(data.concepts, book)

  return (text) => {
    const words = plain(text)
    const read = book.read(words)
    const near = around(read)
    const dangers = findDangers(read, near)
    const kinds = scoreKinds(read, near)
    const signals = new Map<string, number>()
    noteRules('hint', findHints(read, near), signals)
    noteRules('rule', dangers, signals)
    for (const [kind, { score }] of kinds) signals.set(`kind:${kind}`, score * strength.perKindScore)
    for (const name of findConcepts(read, near)) signals.set(`concept:${name}`, strength.concept)
    if (text.length < shortText) signals.set('short', strength.short)
    return { plain: words, around: near, harmless: read.swallowers, dangers, kinds, signals }
  }
}
