import type { PlaceWords } from './placeWords.ts'

/** Sorts of words that belong to a place when they follow it at once: 幼儿园 + 门口, 8号 + 仓库. */
const tailSorts = ['shop', 'food', 'lodging', 'facility', 'office', 'part', 'street', 'position', 'site'] as const

const longestTail = 6
const shortestTail = 2
/** 门口 + 非机动车道 + 东侧: more of them follow each other only by chance. */
const mostTails = 3

/** Where a place ends that ends at `end` or goes on in listed words. Writers stop now at the house and now at its door; units need the door. */
export const placeGrower = (words: PlaceWords): ((plain: string, end: number) => number) => {
  const tails = new Set(tailSorts.flatMap((sort) => (words[sort] ?? '').split(' ')).filter((word) => word.length >= shortestTail))
  const tailAt = (plain: string, start: number): number => {
    for (let length = longestTail; length >= shortestTail; length--) if (tails.has(plain.slice(start, start + length))) return length
    return 0
  }
  return (plain, end) => {
    let grown = end
    for (let count = 0; count < mostTails; count++) {
      const length = tailAt(plain, grown)
      if (length === 0) break
      grown += length
    }
    return grown
  }
}
