import type { Registry, Spot } from './registry.ts'

/** A place whose name fits what was typed. */
export type NameFit = { readonly spot: Spot; readonly name: string; readonly score: number }

/** Whole name, then beginning, then middle; among equals the shorter name, whose typed share is larger. */
const fit = (name: string, query: string): number => {
  const at = name.indexOf(query)
  if (at < 0) return 0
  if (name.length === query.length) return 1
  const share = query.length / name.length
  return at === 0 ? 0.7 + 0.25 * share : 0.4 + 0.25 * share
}

/** Words parted by blanks must all be in the name: `太和 3幢`. */
const fitAll = (name: string, words: readonly string[]): number => {
  let sum = 0
  for (const word of words) {
    const one = fit(name, word)
    if (one === 0) return 0
    sum += one
  }
  return sum / words.length
}

const order = new Intl.Collator('zh-Hans-u-kn-true')

/** Of many names that fit equally well, so many are put in the order of a reader; the rest nobody would scroll to. */
const ordered = 400

/** The places whose names fit what was typed, best first, each place once. */
export const searchNames = ({ searchable }: Registry, query: string, limit: number): readonly NameFit[] => {
  const words = query.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const fits: { readonly at: number; readonly score: number }[] = []
  searchable.forEach(({ name }, at) => {
    const score = fitAll(name, words)
    if (score > 0) fits.push({ at, score })
  })
  fits.sort((a, b) => b.score - a.score)
  const best = new Map<string, NameFit>()
  for (const { at, score } of fits.slice(0, ordered)) {
    const one = searchable[at]
    const spot = one?.spot()
    if (one && spot && !best.has(spot.label)) best.set(spot.label, { spot, name: one.name, score })
  }
  return [...best.values()].sort((a, b) => b.score - a.score || order.compare(a.spot.label, b.spot.label)).slice(0, limit)
}
