import { wordBook, type ReadText, type WholeWords, type WordBook } from './wordBook.ts'
import type { Occurrences } from './wordScanner.ts'

/** A stretch of text, UTF-16 offsets, end exclusive. */
export type Span = readonly [start: number, end: number]

/** What may lie between a part and the one before it: at most so many UTF-16 units, and nothing that ends its stretch. */
type Gap = { readonly longest: number; readonly end: keyof ReadText['ends'] }

/** One way to say something: parts that follow each other, each part one of several words. */
export type Phrase = readonly { readonly words: readonly string[]; readonly gap: Gap }[]

/** About the length of a spoken clause; a sentence's end closes it. */
const wideGap: Gap = { longest: 16, end: 'sentence' }
/** Room for 了, 一个, 一把: the parts belong to the same few words. Who types on a phone parts clauses by a space. */
const narrowGap: Gap = { longest: 4, end: 'clause' }

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

/** Phrases ready to be looked for in a text that its book has read; positions in the list are the answer's phrase numbers. */
export type PhraseFinder = (read: ReadText) => PhraseHits

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
const within = ({ words, gap }: Part, occurrences: Occurrences, { ends }: ReadText, end: number): readonly Span[] => {
  const spans: Span[] = []
  const last = Math.min(end + gap.longest, ends[gap.end][end] as number)
  for (const { word, length } of words) {
    const offsets = occurrences.get(word) ?? []
    for (let i = firstFrom(offsets, end); i < offsets.length; i++) {
      const at = offsets[i] as number
      if (at > last) break
      spans.push([at, at + length])
    }
  }
  return spans.length < 2 ? spans : spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])
}

const follow = (parts: readonly Part[], occurrences: Occurrences, read: ReadText, before: readonly Span[]): readonly Span[] | undefined => {
  const part = parts[before.length]
  if (!part) return before
  for (const next of within(part, occurrences, read, (before.at(-1) as Span)[1])) {
    const found = follow(parts, occurrences, read, [...before, next])
    if (found) return found
  }
  return undefined
}

/** Most matches kept of one phrase: enough to find one that is not denied. */
const mostMatches = 20

const matches = (parts: readonly Part[], occurrences: Occurrences, read: ReadText): readonly (readonly Span[])[] => {
  const found: (readonly Span[])[] = []
  for (const { word, length } of parts[0]?.words ?? []) {
    for (const at of occurrences.get(word) ?? []) {
      if (found.length >= mostMatches) return found
      const spans = follow(parts, occurrences, read, [[at, at + length]])
      if (spans) found.push(spans)
    }
  }
  return found
}

const isAny = ({ words }: Part, occurrences: Occurrences): boolean => {
  for (const { word } of words) if (occurrences.has(word)) return true
  return false
}

/**
 * Looks for many phrases at once: only those whose first word the book has found are gone through.
 * `inside` lets a word also be a part of a longer one that swallows it.
 */
export const phraseFinder = (phrases: readonly Phrase[], book: WordBook, { inside = false } = {}): PhraseFinder => {
  const compiled = phrases.map((phrase) =>
    phrase.map(({ gap, words }) => ({ gap, words: words.map((word) => ({ word: book.numberOf(word), length: word.length })) })),
  )
  const begunIn = book.list(
    compiled.map((parts) => parts[0]?.words.map(({ word }) => word) ?? []),
    inside,
  )
  return (read) => {
    const occurrences = inside ? read.everywhere : read.whole
    const hits = new Map<number, readonly (readonly Span[])[]>()
    for (const phrase of new Set(begunIn(read))) {
      const parts = compiled[phrase] as readonly Part[]
      // Most phrases fail by their second part, which a look tells.
      if (parts[1] && !isAny(parts[1], occurrences)) continue
      const found = matches(parts, occurrences, read)
      if (found.length > 0) hits.set(phrase, found)
    }
    return hits
  }
}

/** The same for a list of its own, read from a bare text. */
export const lonePhraseFinder = (phrases: readonly Phrase[], wholes?: WholeWords): ((text: string) => PhraseHits) => {
  const book = wordBook(wholes)
  const find = phraseFinder(phrases, book)
  return (text) => find(book.read(text))
}
