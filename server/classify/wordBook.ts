import { wordScanner, type Occurrences } from './wordScanner.ts'

/** Short word → the longer words that swallow it: 烧 says nothing of a fire in 烧烤. */
export type WholeWords = ReadonlyMap<string, readonly string[]>

/** The list as it is written, longer words parted by spaces, made plain as the texts are in which they are looked for. */
export const wholesOf = (list: Readonly<Record<string, string>>, plain: (text: string) => string): WholeWords =>
  new Map(Object.entries(list).map(([short, longer]) => [short, plain(longer).split(' ')]))

/** A text, and where the words of a book stand in it. */
export type ReadText = {
  readonly text: string
  readonly everywhere: Occurrences
  /** All but those that are only a part of one of their longer words. */
  readonly whole: Occurrences
  /** Where the longer words stand that swallowed one. */
  readonly swallowers: readonly (readonly [start: number, end: number])[]
  /** For each list of the book the things in it that begin with a word of the text, some of them more than once. */
  readonly begun: readonly (readonly number[])[]
  /** For each offset where the sentence or the clause ends that it stands in: an offset at or after it, the length of the text at last. */
  readonly ends: { readonly sentence: Uint32Array; readonly clause: Uint32Array }
}

/** The words of many lists, all looked for in one pass over a text. */
export type WordBook = {
  /** The number of a word; the same word has one. */
  readonly numberOf: (word: string) => number
  /** A list of things, each with the words it may begin with; `inside` as in `everywhere`. It answers which of them begin in a text. */
  readonly list: (firstWords: readonly (readonly number[])[], inside: boolean) => (read: ReadText) => readonly number[]
  readonly read: (text: string) => ReadText
}

/** What begins with a word: positions in lists. */
type Beginning = { readonly list: number; readonly thing: number }

/** How far into a longer word of this length a short one begins that it swallows. */
type Swallowed = { readonly short: number; readonly begins: readonly number[]; readonly length: number }

const beginningsOf = (short: string, whole: string): readonly number[] =>
  Array.from({ length: whole.length }, (_, at) => at).filter((at) => whole.startsWith(short, at))

type Left = Pick<ReadText, 'whole' | 'swallowers'>

const withoutSwallowed = (found: Occurrences, swallows: ReadonlyMap<number, readonly Swallowed[]>): Left => {
  const lost = new Map<number, Set<number>>()
  const swallowers: (readonly [number, number])[] = []
  for (const [longer, offsets] of found) {
    for (const { short, begins, length } of swallows.get(longer) ?? []) {
      if (!found.has(short)) continue
      for (const offset of offsets) swallowers.push([offset, offset + length])
      const starts = lost.get(short) ?? new Set()
      lost.set(short, starts)
      for (const offset of offsets) for (const begin of begins) starts.add(offset + begin)
    }
  }
  if (lost.size === 0) return { whole: found, swallowers }
  const left = new Map(found)
  for (const [short, starts] of lost) {
    const offsets = (found.get(short) as readonly number[]).filter((at) => !starts.has(at))
    if (offsets.length === 0) left.delete(short)
    else left.set(short, offsets)
  }
  return { whole: left, swallowers }
}

const endsOf = (text: string, isEnd: Uint8Array): Uint32Array => {
  const ends = new Uint32Array(text.length + 1)
  ends[text.length] = text.length
  for (let at = text.length - 1; at >= 0; at--) ends[at] = isEnd[text.charCodeAt(at)] === 1 ? at : (ends[at + 1] as number)
  return ends
}

const unitsLike = (sign: RegExp): Uint8Array =>
  Uint8Array.from({ length: 0x1_0000 }, (_, unit) => (sign.test(String.fromCharCode(unit)) ? 1 : 0))

const sentenceEnd = unitsLike(/[。!?\n]/)
/** Who types on a phone parts clauses by a space. */
const clauseEnd = unitsLike(/[。!?,、;:\s]/)

/** An empty book. Its words are made ready when a text is first read, so all of them are better given before. */
export const wordBook = (wholes: WholeWords = new Map()): WordBook => {
  const numbers = new Map<string, number>()
  const swallows = new Map<number, Swallowed[]>()
  let lists = 0
  const beginnings = { inside: [] as Beginning[][], whole: [] as Beginning[][] }
  let scan: ((text: string) => Occurrences) | undefined
  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(word, number)
    scan = undefined
    for (const whole of wholes.get(word) ?? []) {
      const longer = numberOf(whole)
      const swallowed = swallows.get(longer) ?? []
      swallows.set(longer, swallowed)
      swallowed.push({ short: number, begins: beginningsOf(word, whole), length: whole.length })
    }
    return number
  }
  return {
    numberOf,
    list: (firstWords, inside) => {
      const list = lists++
      const by = beginnings[inside ? 'inside' : 'whole']
      firstWords.forEach((words, thing) => {
        for (const word of words) {
          while (by.length <= word) by.push([])
          by[word]?.push({ list, thing })
        }
      })
      return ({ begun }) => begun[list] ?? []
    },
    read: (text) => {
      scan ??= wordScanner([...numbers.keys()])
      const everywhere = scan(text)
      const ends = { sentence: endsOf(text, sentenceEnd), clause: endsOf(text, clauseEnd) }
      const { whole, swallowers } = withoutSwallowed(everywhere, swallows)
      const begun = Array.from({ length: lists }, (): number[] => [])
      const begin = (found: Occurrences, by: readonly (readonly Beginning[])[]) => {
        for (const word of found.keys()) for (const { list, thing } of by[word] ?? []) begun[list]?.push(thing)
      }
      begin(everywhere, beginnings.inside)
      begin(whole, beginnings.whole)
      return { text, everywhere, whole, swallowers, begun, ends }
    },
  }
}
