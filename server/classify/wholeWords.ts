import { wordScanner, type Occurrences } from './wordScanner.ts'

/** Short word → the longer words that swallow it: 烧 says nothing of a fire in 烧烤. */
export type WholeWords = ReadonlyMap<string, readonly string[]>

/** The list as it is written, longer words parted by spaces, made plain as the texts are in which they are looked for. */
export const wholesOf = (list: Readonly<Record<string, string>>, plain: (text: string) => string): WholeWords =>
  new Map(Object.entries(list).map(([short, longer]) => [short, plain(longer).split(' ')]))

/** Where a longer word stands, and how far into it the short word begins. */
type Swallower = { readonly short: number; readonly begins: readonly number[] }

const beginningsOf = (short: string, whole: string): readonly number[] =>
  Array.from({ length: whole.length }, (_, at) => at).filter((at) => whole.startsWith(short, at))

/** Finds every occurrence of every word, except those that are only a part of one of its longer words. */
export const wholeWordScanner = (words: readonly string[], wholes: WholeWords): ((text: string) => Occurrences) => {
  const longer = words.flatMap((word, short) => (wholes.get(word) ?? []).map((whole) => ({ word, short, whole })))
  const scan = wordScanner(words)
  // A scanner of its own, since the same longer word may swallow several short ones and be a word of the lexicon too.
  const wholeTexts = [...new Set(longer.map(({ whole }) => whole))]
  const scanWholes = wordScanner(wholeTexts)
  const swallowers: readonly (readonly Swallower[])[] = wholeTexts.map((text) =>
    longer.filter(({ whole }) => whole === text).map(({ word, short }) => ({ short, begins: beginningsOf(word, text) })),
  )
  const mayBeSwallowed = new Set(longer.map(({ short }) => short))
  const isAnySuch = (found: Occurrences): boolean => {
    for (const word of found.keys()) if (mayBeSwallowed.has(word)) return true
    return false
  }
  return (text) => {
    const found = scan(text)
    if (!isAnySuch(found)) return found
    const swallowed = new Map<number, Set<number>>()
    for (const [number, offsets] of scanWholes(text)) {
      for (const { short, begins } of swallowers[number] ?? []) {
        const lost = swallowed.get(short) ?? new Set()
        swallowed.set(short, lost)
        for (const offset of offsets) for (const begin of begins) lost.add(offset + begin)
      }
    }
    if (swallowed.size === 0) return found
    const left = [...found].map(([word, offsets]) => [word, offsets.filter((at) => !swallowed.get(word)?.has(at))] as const)
    return new Map(left.filter(([, offsets]) => offsets.length > 0))
  }
}
