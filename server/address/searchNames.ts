import type { Gazetteer, Spot } from './gazetteer.ts'

/** A place whose name fits what was typed. */
export type NameFit = { readonly spot: Spot; readonly name: string; readonly score: number }

/** Whole name, then beginning, then middle; among equals the shorter name, whose typed share is larger. */
const fit = (name: string, query: string): number => {
  if (name === query) return 1
  const share = query.length / name.length
  if (name.startsWith(query)) return 0.7 + 0.25 * share
  if (name.includes(query)) return 0.4 + 0.25 * share
  return 0
}

/** Words parted by blanks must all be in the name: `太和 3幢`. */
const fitAll = (name: string, words: readonly string[]): number => {
  const fits = words.map((word) => fit(name, word))
  return fits.includes(0) ? 0 : fits.reduce((sum, one) => sum + one, 0) / fits.length
}

/** The places whose names fit what was typed, best first, each place once. */
export const searchNames = ({ names, spots }: Gazetteer, query: string, limit: number): readonly NameFit[] => {
  const words = query.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const fits = names.map((name) => ({ name, score: fitAll(name, words) })).filter(({ score }) => score > 0)
  const best = new Map<string, NameFit>()
  for (const { name, score } of fits.sort((a, b) => b.score - a.score)) {
    for (const spot of spots.get(name) ?? []) if (!best.has(spot.label)) best.set(spot.label, { spot, name, score })
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || a.spot.label.localeCompare(b.spot.label, 'zh-Hans-u-kn-true'))
    .slice(0, limit)
}
