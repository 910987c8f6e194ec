import type { Concepts } from './brainData.ts'
import { parsePhrases, phraseFinder } from './phrase.ts'
import type { Surroundings } from './surroundings.ts'
import type { ReadText, WordBook } from './wordBook.ts'

/** Names of the concepts in a text that the book has read, once each: as they are said, and with `:denied`, `:past` or `:staged` where they are said so. */
export const conceptFinder = (concepts: Concepts, book: WordBook): ((read: ReadText, around: Surroundings) => ReadonlySet<string>) => {
  const entries = Object.entries(concepts).flatMap(([name, notation]) => parsePhrases(notation).map((phrase) => ({ name, phrase })))
  const find = phraseFinder(
    entries.map(({ phrase }) => phrase),
    book,
  )
  return (read, around) => {
    const names = new Set<string>()
    for (const [number, matches] of find(read)) {
      const name = entries[number]?.name ?? ''
      for (const match of matches) {
        if (match.some(around.denied)) names.add(`${name}:denied`)
        else if (match.some(around.staged)) names.add(`${name}:staged`)
        else if (match.some(around.past)) names.add(`${name}:past`)
        else names.add(name)
      }
    }
    return names
  }
}
