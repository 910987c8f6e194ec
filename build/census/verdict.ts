import type { Quote } from './quotesOf.ts'
import type { Rule } from './rulesOf.ts'

export type Verdict = {
  /** Rules no running test quotes. */
  readonly untested: readonly Rule[]
  /** Quotes of rules the book does not have, each once per file. */
  readonly unknown: readonly Quote[]
  /** Ids the book gives to more than one rule. */
  readonly twice: readonly string[]
}

/** Holds the behaviour book against the tests. All three lists empty: the book is true. */
export function verdict(rules: readonly Rule[], quotes: readonly Quote[]): Verdict {
  const quoted = new Set(quotes.map(({ id }) => id))
  const ids = rules.map(({ id }) => id)
  const known = new Set(ids)
  return {
    untested: rules.filter(({ id }) => !quoted.has(id)),
    unknown: quotes.filter(
      ({ id, file }, at) => !known.has(id) && quotes.findIndex((other) => other.id === id && other.file === file) === at,
    ),
    twice: [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))],
  }
}

export const isTrue = ({ untested, unknown, twice }: Verdict): boolean => untested.length + unknown.length + twice.length === 0
