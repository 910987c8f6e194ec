import type { DangerRule } from './brainData.ts'
import { parsePhrases, phraseFinder, type Span } from './phrase.ts'
import type { Surroundings } from './surroundings.ts'
import type { ReadText, WordBook } from './wordBook.ts'

/** A rule that fired, and where its words stand. */
export type Danger = {
  readonly rule: DangerRule
  readonly spans: readonly Span[]
  /** True when it was told of the past: it still counts, but it is no risk to life now. */
  readonly past: boolean
}

/** What the rules say of a text. */
export type Dangers = {
  readonly fired: readonly Danger[]
  /** Rules whose words were there but explained away, with their spans. */
  readonly muted: readonly { readonly rule: DangerRule; readonly why: 'staged' | 'unless'; readonly spans: readonly Span[] }[]
}

type Owner = { readonly rule: number; readonly unless: boolean }
type Match = readonly Span[]
type Found = { readonly when: Match[]; readonly unless: Match[] }

const judge = (
  rule: DangerRule,
  found: Found,
  around: Surroundings,
  isCorrected: boolean,
): Danger | Dangers['muted'][number] | undefined => {
  const asserted = found.when.filter((match) => !match.some(around.denied))
  if (asserted.length === 0) return undefined
  const spans = asserted.flat()
  if (isCorrected || found.unless.some((match) => !match.some(around.denied))) return { rule, why: 'unless', spans }
  const real = rule.staged ? asserted.filter((match) => !match.some(around.staged)) : asserted
  if (real.length === 0) return { rule, why: 'staged', spans }
  return { rule, spans: real.flat(), past: real.every((match) => match.some(around.past)) }
}

/** Applies the named danger rules to texts that the book has read; a phrase of `corrections` explains all of them away. */
export const dangerRules = (
  rules: readonly DangerRule[],
  book: WordBook,
  corrections = '',
): ((read: ReadText, around: Surroundings) => Dangers) => {
  const findCorrections = phraseFinder(parsePhrases(corrections), book)
  const parsed = rules.flatMap(({ when, unless }, rule) => [
    ...parsePhrases(when).map((phrase) => ({ phrase, rule, unless: false })),
    ...parsePhrases(unless).map((phrase) => ({ phrase, rule, unless: true })),
  ])
  const find = phraseFinder(
    parsed.map(({ phrase }) => phrase),
    book,
  )

  return (read, around) => {
    const byRule = new Map<number, Found>()
    for (const [number, matches] of find(read)) {
      const { rule, unless } = parsed[number] as Owner
      const found = byRule.get(rule) ?? { when: [], unless: [] }
      byRule.set(rule, found)
      found[unless ? 'unless' : 'when'].push(...matches)
    }
    const isCorrected = byRule.size > 0 && [...findCorrections(read).values()].flat().some((match) => !match.some(around.denied))
    const judged = [...byRule]
      .sort(([a], [b]) => a - b)
      .map(([rule, found]) => judge(rules[rule] as DangerRule, found, around, isCorrected))
    return {
      fired: judged.flatMap((one) => (one && 'past' in one ? [one] : [])),
      muted: judged.flatMap((one) => (one && 'why' in one ? [one] : [])),
    }
  }
}
