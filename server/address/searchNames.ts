import { groupOf } from './growing.ts'
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

/** Nothing that people type behind the name of an estate is longer: 12幢. */
const longestHouse = 5

/** 听雨苑1: the houses of an estate whose number begins so; a register's houses are no words that could be searched. */
const housesBegun = (registry: Registry, query: string): readonly NameFit[] => {
  const plain = query.replaceAll(/\s/g, '')
  for (let length = plain.length - 1; length >= Math.max(2, plain.length - longestHouse); length--) {
    const estate = registry.estateNamed(plain.slice(0, length))
    if (estate === 0) continue
    const begun = plain.slice(length).replace(/[^0-9a-z].*$/, '')
    const sites = Array.from(groupOf(registry.estateSites, estate)).filter(
      (site) => begun !== '' && registry.blockOf(site).startsWith(begun),
    )
    return sites.slice(0, ordered).map((site) => {
      const spot = registry.spotOf(site)
      return { spot, name: spot.label, score: registry.blockOf(site) === begun ? 0.95 : 0.9 }
    })
  }
  return []
}

/** The places whose names fit what was typed, best first, each place once. */
export const searchNames = (registry: Registry, query: string, limit: number): readonly NameFit[] => {
  const words = query.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const fits: { readonly at: number; readonly score: number }[] = []
  registry.searchable.forEach(({ name }, at) => {
    const score = fitAll(name, words)
    if (score > 0) fits.push({ at, score })
  })
  fits.sort((a, b) => b.score - a.score)
  const best = new Map<string, NameFit>(housesBegun(registry, query).map((fit) => [fit.spot.label, fit]))
  for (const { at, score } of fits.slice(0, ordered)) {
    const one = registry.searchable[at]
    const spot = one?.spot()
    if (one && spot && !best.has(spot.label)) best.set(spot.label, { spot, name: one.name, score })
  }
  return [...best.values()].sort((a, b) => b.score - a.score || order.compare(a.spot.label, b.spot.label)).slice(0, limit)
}
