import { wordScanner } from '../wordScanner.ts'

/** Sort of word → words parted by spaces: what can stand in a place, and what follows one. */
export type PlaceWords = Readonly<Record<string, string>>

/** For each unit of a text the sort of the longest listed word that ends there, begins there, or stands across the edge before it; 0 for none. */
export type ListedWords = { readonly ending: Uint8Array; readonly beginning: Uint8Array; readonly across: Uint8Array }

/** Finds listed words in plain texts. */
export const placeWordReader = (words: PlaceWords): ((plain: string) => ListedWords) => {
  const sorts = new Map<string, number>()
  Object.values(words).forEach((list, sort) =>
    list.split(' ').forEach((word) => word !== '' && !sorts.has(word) && sorts.set(word, sort + 1)),
  )
  const listed = [...sorts]
  const scan = wordScanner(listed.map(([word]) => word))
  return (plain) => {
    const [ending, beginning, across] = [new Uint8Array(plain.length), new Uint8Array(plain.length), new Uint8Array(plain.length)]
    const longest = { ending: new Uint8Array(plain.length), beginning: new Uint8Array(plain.length), across: new Uint8Array(plain.length) }
    const mark = (sort: number, length: number, into: Uint8Array, seen: Uint8Array, i: number) => {
      if (length <= (seen[i] as number)) return
      seen[i] = length
      into[i] = sort
    }
    for (const [number, offsets] of scan(plain)) {
      const [word, sort] = listed[number] as [string, number]
      for (const start of offsets) {
        const last = start + word.length - 1
        mark(sort, word.length, ending, longest.ending, last)
        mark(sort, word.length, beginning, longest.beginning, start)
        for (let i = start + 1; i <= last; i++) mark(sort, word.length, across, longest.across, i)
      }
    }
    return { ending, beginning, across }
  }
}
