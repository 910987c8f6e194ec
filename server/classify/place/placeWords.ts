import { wordScanner } from '../wordScanner.ts'

/** Sort of word → words parted by spaces: what can stand in a place, and what follows one. */
export type PlaceWords = Readonly<Record<string, string>>

/** For each unit of a text the sort of the longest listed word that ends there, begins there, or stands across the edge before it; 0 for none. */
export type ListedWords = { readonly ending: Int32Array; readonly beginning: Int32Array; readonly across: Int32Array }

/** Finds listed words in plain texts; `margin` is how many units that are none stand before and after the text in the answer. */
export const placeWordReader = (words: PlaceWords): ((plain: string, margin?: number) => ListedWords) => {
  const sorts = new Map<string, number>()
  Object.values(words).forEach((list, sort) =>
    list.split(' ').forEach((word) => word !== '' && !sorts.has(word) && sorts.set(word, sort + 1)),
  )
  const listed = [...sorts]
  const scan = wordScanner(listed.map(([word]) => word))
  return (plain, margin = 0) => {
    const room = () => new Int32Array(plain.length + 2 * margin)
    const [ending, beginning, across] = [room(), room(), room()]
    const longest = { ending: room(), beginning: room(), across: room() }
    const mark = (sort: number, length: number, into: Int32Array, seen: Int32Array, i: number) => {
      if (length <= (seen[i] as number)) return
      seen[i] = length
      into[i] = sort
    }
    for (const [number, offsets] of scan(plain)) {
      const [word, sort] = listed[number] as [string, number]
      for (const offset of offsets) {
        const start = offset + margin
        const last = start + word.length - 1
        mark(sort, word.length, ending, longest.ending, last)
        mark(sort, word.length, beginning, longest.beginning, start)
        for (let i = start + 1; i <= last; i++) mark(sort, word.length, across, longest.across, i)
      }
    }
    return { ending, beginning, across }
  }
}
