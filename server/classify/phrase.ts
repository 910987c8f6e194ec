import { wholeWordScanner, type WholeWords } from './wholeWords.ts'
import type { Occurrences } from './wordScanner.ts'

/** A stretch of text, UTF-16 offsets, end exclusive. */
export type Span = readonly [start: number, end: number]

/** What may lie between a part and the one before it: at most so many UTF-16 units, and nothing that ends its stretch. */
type Gap = { readonly longest: number; readonly end: RegExp }

/** One way to say something: parts that follow each other, each part one of several words. */
export type Phrase = readonly { readonly words: readonly string[]; readonly gap: Gap }[]

/** About the length of a spoken clause; a sentence's end closes it. */
const wideGap: Gap = { longest: 16, end: /[。!?\n]/ }
/** Room for 了, 一个, 一把: the parts belong to the same few words. Who types on a phone parts clauses by a space. */
const narrowGap: Gap = { longest: 4, end: /[。!?,、;:\s]/ }

/**
 * Parts are joined by `~` (anywhere in the clause) or `+` (all but next to each other), choices by `|`: `车|电瓶车~撞|碰+人`.
 * Phrases are parted by spaces.
 */
export const parsePhrases = (notation: string): readonly Phrase[] =>
  notation
    .split(' ')
    .filter((phrase) => phrase !== '')
    .map((phrase) =>
      phrase.split(/(?=[~+])/).map((part) => ({
        words: part
          .replace(/^[~+]/, '')
          .split('|')
          .filter((word) => word !== ''),
        gap: part.startsWith('+') ? narrowGap : wideGap,
      })),
    )

/** Phrases ready to be looked for; positions in it are the answer's phrase numbers. */
export type PhraseFinder = (text: string) => PhraseHits

/** The spans of each way a phrase was found: number of the phrase → matches, each with one span per part. */
export type PhraseHits = ReadonlyMap<number, readonly (readonly Span[])[]>

type Part = { readonly words: readonly { readonly word: number; readonly length: number }[]; readonly gap: Gap }

/** Position of the first offset at or after `from`; offsets ascend. */
const firstFrom = (offsets: readonly number[], from: number): number => {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] as number) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Spans of a part that begin in its gap after `end`, nearest first. */
const within = ({ words, gap }: Part, occurrences: Occurrences, text: string, end: number): readonly Span[] => {
  const spans: Span[] = []
  for (const { word, length } of words) {
    const offsets = occurrences.get(word) ?? []
    for (let i = firstFrom(offsets, end); i < offsets.length; i++) {
      const at = offsets[i] as number
      if (at - end > gap.longest) break
      spans.push([at, at + length])
    }
  }
  return spans.filter(([at]) => !gap.end.test(text.slice(end, at))).sort((a, b) => a[0] - b[0] || b[1] - a[1])
}

const follow = (parts: readonly Part[], occurrences: Occurrences, text: string, before: readonly Span[]): readonly Span[] | undefined => {
  const part = parts[before.length]
  if (!part) return before
  for (const next of within(part, occurrences, text, (before.at(-1) as Span)[1])) {
    const found = follow(parts, occurrences, text, [...before, next])
    if (found) return found
  }
  return undefined
}

/** Most matches kept of one phrase: enough to find one that is not denied. */
const mostMatches = 20

const matches = (parts: readonly Part[], occurrences: Occurrences, text: string): readonly (readonly Span[])[] => {
  const found: (readonly Span[])[] = []
  for (const { word, length } of parts[0]?.words ?? []) {
    for (const at of occurrences.get(word) ?? []) {
      if (found.length >= mostMatches) return found
      const spans = follow(parts, occurrences, text, [[at, at + length]])
      if (spans) found.push(spans)
    }
  }
  return found
}

/** Looks for many phrases at once: one pass over the text for all their words, then only the phrases whose first word is there. */
export const phraseFinder = (phrases: readonly Phrase[], wholes: WholeWords = new Map()): PhraseFinder => {
  const words = [...new Set(phrases.flat().flatMap((part) => part.words))]
  const numbers = new Map(words.map((word, number) => [word, number]))
  const scan = wholeWordScanner(words, wholes)
  const compiled = phrases.map((phrase) =>
    phrase.map((part) => ({ ...part, words: part.words.map((word) => ({ word: numbers.get(word) as number, length: word.length })) })),
  )
  const begunBy: number[][] = words.map(() => [])
  compiled.forEach((parts, phrase) => parts[0]?.words.forEach(({ word }) => begunBy[word]?.push(phrase)))
  return (text) => {
    const occurrences = scan(text)
    const begun = new Set<number>()
    for (const word of occurrences.keys()) for (const phrase of begunBy[word] as number[]) begun.add(phrase)
    const hits = new Map<number, readonly (readonly Span[])[]>()
    for (const phrase of begun) {
      const parts = compiled[phrase] as readonly Part[]
      // Most phrases fail by their second part, which a look tells.
      if (parts[1] && !parts[1].words.some(({ word }) => occurrences.has(word))) continue
      const found = matches(parts, occurrences, text)
      if (found.length > 0) hits.set(phrase, found)
    }
    return hits
  }
}
