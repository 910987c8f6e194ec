import { wholeWordScanner, type WholeWords } from './wholeWords.ts'
import type { Occurrences } from './wordScanner.ts'

/** A stretch of text, UTF-16 offsets, end exclusive. */
export type Span = readonly [start: number, end: number]

/** One way to say something: parts that follow each other, each part one of several words. */
export type Phrase = readonly (readonly string[])[]

/** How many UTF-16 units may lie between two parts of a phrase; about the length of a spoken clause. */
const longestGap = 16

const sentenceEnd = /[。!?\n]/

/** Parts are joined by `~` (with a gap in between), choices by `|`: `车|电瓶车~撞|碰`. Phrases are parted by spaces. */
export const parsePhrases = (notation: string): readonly Phrase[] =>
  notation
    .split(' ')
    .filter((phrase) => phrase !== '')
    .map((phrase) => phrase.split('~').map((part) => part.split('|').filter((word) => word !== '')))

/** Phrases ready to be looked for; positions in it are the answer's phrase numbers. */
export type PhraseFinder = (text: string) => PhraseHits

/** The spans of each way a phrase was found: number of the phrase → matches, each with one span per part. */
export type PhraseHits = ReadonlyMap<number, readonly (readonly Span[])[]>

type Part = readonly { readonly word: number; readonly length: number }[]

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

/** Spans of a part that begin in the gap after `end`, nearest first; a sentence's end closes the gap. */
const within = (part: Part, occurrences: Occurrences, text: string, end: number): readonly Span[] => {
  const spans: Span[] = []
  for (const { word, length } of part) {
    const offsets = occurrences.get(word) ?? []
    for (let i = firstFrom(offsets, end); i < offsets.length; i++) {
      const at = offsets[i] as number
      if (at - end > longestGap) break
      spans.push([at, at + length])
    }
  }
  return spans.filter(([at]) => !sentenceEnd.test(text.slice(end, at))).sort((a, b) => a[0] - b[0] || b[1] - a[1])
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
  for (const { word, length } of parts[0] ?? []) {
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
  const words = [...new Set(phrases.flat(2))]
  const numbers = new Map(words.map((word, number) => [word, number]))
  const scan = wholeWordScanner(words, wholes)
  const compiled = phrases.map((phrase) =>
    phrase.map((part) => part.map((word) => ({ word: numbers.get(word) as number, length: word.length }))),
  )
  const begunBy: number[][] = words.map(() => [])
  compiled.forEach((parts, phrase) => parts[0]?.forEach(({ word }) => begunBy[word]?.push(phrase)))
  return (text) => {
    const occurrences = scan(text)
    const begun = new Set([...occurrences.keys()].flatMap((word) => begunBy[word] ?? []))
    const hits = new Map<number, readonly (readonly Span[])[]>()
    for (const phrase of begun) {
      const found = matches(compiled[phrase] ?? [], occurrences, text)
      if (found.length > 0) hits.set(phrase, found)
    }
    return hits
  }
}
