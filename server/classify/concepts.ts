import type { Concepts } from './brainData.ts'
import { parsePhrases, phraseFinder } from './phrase.ts'
import type { Surroundings } from './surroundings.ts'
import type { WholeWords } from './wholeWords.ts'

/** Names of the concepts in a plain text, once each: as they are said, and with `:denied`, `:past` or `:staged` where they are said so. */
export const conceptFinder = (concepts: Concepts, wholes: WholeWords): ((text: string, around: Surroundings) => ReadonlySet<string>) => {
  const entries = Object.entries(concepts).flatMap(([name, notation]) => parsePhrases(notation).map((phrase) => ({ name, phrase })))
  const find = phraseFinder(
    entries.map(({ phrase }) => phrase),
    wholes,
  )
  return (text, around) => {
    const names = new Set<string>()
    for (const [number, matches] of find(text)) {
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
