import type { KindCode, Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Lexicon } from './brainData.ts'
import { parsePhrases, phraseFinder, type Phrase, type Span } from './phrase.ts'
import type { Surroundings } from './surroundings.ts'
import type { ReadText, WordBook } from './wordBook.ts'

/** What the words say: a score per kind, and where the words stand that said it. */
export type KindWords = { readonly score: number; readonly spans: readonly Span[]; readonly denied: readonly Span[] }

type Entry = { readonly kind: KindCode; readonly weight: number; readonly phrase: Phrase }
type Hit = { readonly weight: number; readonly spans: readonly Span[] }

/** A denied word speaks against its kind, but more softly than it would have spoken for it. */
const deniedShare = -0.4
/** A word that a film crew or a kitchen explains. */
const stagedShare = 0.2
/** A second word over the same characters adds little: 被骗了 is not 骗 and 被骗 and 被骗了. */
const overlapShare = 0.15
/** Each further word counts for less, so that a long text does not outshout a clear one. */
const fading = 0.8

const kindsTouchedByStaging: ReadonlySet<string> = new Set(['P01', 'P04', 'P06', 'P11', 'P12', 'P16', 'P17'])

/** A kind that a town added and the lexicon does not know is found by the words of its scope. */
const scopePhrases = (scope: string): string =>
  scope
    .split(/[;；]/)
    .filter((part) => !/[A-Z][0-9]{2}/.test(part))
    .join(' ')
    .replace(/\([^)]*\)|（[^）]*）/g, '')
const scopeWeight = 3

const entriesOf = (taxonomy: Taxonomy, lexicon: Lexicon, plain: (text: string) => string): readonly Entry[] =>
  taxonomy.flatMap(({ code, scope, nameZh }) => {
    const weights = lexicon[code] ?? { [String(scopeWeight)]: `${scopePhrases(scope)} ${nameZh}` }
    return Object.entries(weights).flatMap(([weight, notation]) =>
      parsePhrases(plain(notation)).map((phrase) => ({ kind: code, weight: Number(weight), phrase })),
    )
  })

const sum = (hits: readonly Hit[]): number => {
  const covered = new Set<number>()
  const sorted = [...hits].sort((a, b) => b.weight - a.weight)
  const shares = sorted.map(({ weight, spans }) => {
    const units = spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i))
    const isNew = weight < 0 || units.some((unit) => !covered.has(unit))
    units.forEach((unit) => covered.add(unit))
    return weight * (isNew ? 1 : overlapShare)
  })
  const positive = shares.filter((share) => share > 0).sort((a, b) => b - a)
  const negative = shares.filter((share) => share < 0)
  return positive.reduce((total, share, i) => total + share * fading ** i, 0) + negative.reduce((total, share) => total + share, 0)
}

const weigh = (entry: Entry, matches: readonly (readonly Span[])[], around: Surroundings): { hit: Hit; denied: boolean } => {
  const asserted = matches.find((match) => !match.some(around.denied))
  if (!asserted) return { hit: { weight: entry.weight * deniedShare, spans: matches.flat() }, denied: true }
  const isStaged = kindsTouchedByStaging.has(entry.kind) && asserted.some(around.staged)
  return { hit: { weight: entry.weight * (isStaged ? stagedShare : 1), spans: asserted }, denied: false }
}

/** Scores every kind of the taxonomy by the words of a text that the book has read; a kind without a word is left out. */
export const kindScores = (taxonomy: Taxonomy, lexicon: Lexicon, plain: (text: string) => string, book: WordBook) => {
  const entries = entriesOf(taxonomy, lexicon, plain)
  const find = phraseFinder(
    entries.map(({ phrase }) => phrase),
    book,
  )
  return (read: ReadText, around: Surroundings): ReadonlyMap<KindCode, KindWords> => {
    const hits = new Map<KindCode, { hit: Hit; denied: boolean }[]>()
    for (const [number, matches] of find(read)) {
      const entry = entries[number] as Entry
      const list = hits.get(entry.kind) ?? []
      hits.set(entry.kind, list)
      list.push(weigh(entry, matches, around))
    }
    return new Map(
      [...hits].map(([kind, list]) => [
        kind,
        {
          score: sum(list.map(({ hit }) => hit)),
          spans: list.filter(({ denied, hit }) => !denied && hit.weight > 0).flatMap(({ hit }) => hit.spans),
          denied: list.filter(({ denied }) => denied).flatMap(({ hit }) => hit.spans),
        },
      ]),
    )
  }
}
