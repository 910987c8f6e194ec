import { heardShareOf, heardWhy, noDoor, trust, type Found } from './found.ts'
import { groupOf } from './growing.ts'
import type { NameHit } from './nameIndex.ts'
import { partsAt, type PartsAt } from './parts.ts'
import type { Meaning, Registry, Spot, Station } from './registry.ts'
import { roadNumberAt } from './roadNumber.ts'
import { exitOf } from './stationExit.ts'

/** Farther than this many house numbers away says nothing any more. */
const nearNumbers = 30
/** A number between two known ones: the house is on the same road, some doors away. */
const nearNumberTrust = 0.3
/** How far a house may be from its neighbour in the registry, metres: so much, and so much for each number between them. */
const nearNumberM = 100
const perNumberM = 12
/** A house that an estate does not have: misheard, or not yet in the registry. */
const noHouseTrust = 0.82
/** A name of two characters is often an ordinary word. */
const shortShare = 0.6

/** 海棠湾里26号 is no house of 海棠湾. */
const longerName = /^[里弄巷][0-9一二三四五六七八九十]/
const longerShare = 0.4

const shareOf = (hit: NameHit): number => heardShareOf(hit) * (hit.end - hit.start === 2 ? shortShare : 1)

const doorOf = ({ unit, floor, room }: PartsAt) => ({ unit, floor, room })

/** Resolves what a name means together with the words behind it: the number on a road, the house of an estate, the exit of a station. */
export const resolver = (registry: Registry) => {
  const estate = (text: string, hit: NameHit, id: number): Found => {
    const parts = partsAt(text, hit.end, true)
    const sites = groupOf(registry.estateSites, id)
    const isOfIt = (site: number) => registry.blockOf(site) === parts.block
    // 二区 of an estate that has no such part says nothing; its house 99 is a mistake of somebody's.
    const isSaid = parts.block !== null && (!/[区馆期库]$/.test(parts.block) || sites.some(isOfIt))
    const meant = isSaid ? sites.filter(isOfIt) : sites
    const isKnown = meant.length > 0
    const [only] = sites
    // A house of its own that has no number: what sounds like one is a door of it.
    const isOne = sites.length === 1 && only !== undefined && registry.blockOf(only) === ''
    const level = isOne || (isSaid && isKnown) ? trust.building : isSaid ? noHouseTrust : trust.estate
    return {
      start: hit.start,
      end: isSaid ? parts.blockEnd : hit.end,
      doorEnd: parts.end,
      heard: hit.heard,
      spots: Array.from(isKnown ? meant : sites, (site) => registry.spotOf(site)),
      door: doorOf(parts),
      why: ['building', ...heardWhy(hit.heard), ...(isSaid && !isKnown && !isOne ? ['no-such-house'] : [])],
      // The house's number makes a short name a sure one.
      trust:
        level *
        (longerName.test(text.slice(hit.end, hit.end + 2)) ? longerShare : 1) *
        (isSaid && isKnown ? heardShareOf(hit) : shareOf(hit)),
    }
  }

  const numbered = (text: string, hit: NameHit, id: number): Found | null => {
    const number = roadNumberAt(text, hit.end)
    if (!number) return null
    const sites = groupOf(registry.roadSites, id).filter((site) => registry.numberOf(site) !== '')
    const exact = sites.filter((site) => registry.numberOf(site) === number.key)
    const off = (site: number) => Math.abs(registry.mainOf(site) - number.main)
    const nearest = sites.reduce((least, site) => Math.min(least, off(site)), Number.POSITIVE_INFINITY)
    if (exact.length === 0 && nearest > nearNumbers) return null
    const atNumber = exact.length > 0 ? exact : sites.filter((site) => off(site) === nearest)
    const parts = partsAt(
      text,
      number.end,
      atNumber.some((site) => registry.blockOf(site) !== ''),
    )
    const inHouse = parts.block === null ? atNumber : atNumber.filter((site) => registry.blockOf(site) === parts.block)
    const isHouse = parts.block !== null && inHouse.length > 0
    const base = exact.length > 0 ? trust.number : nearNumberTrust * (1 - nearest / (2 * nearNumbers))
    return {
      start: hit.start,
      end: isHouse ? parts.blockEnd : number.end,
      doorEnd: parts.end,
      heard: hit.heard,
      spots: Array.from(inHouse.length > 0 ? inHouse : atNumber, (site) => registry.spotOf(site)),
      door: doorOf(parts),
      why: [exact.length > 0 ? 'number' : `near-number:${nearest}`, ...heardWhy(hit.heard)],
      widerM: exact.length > 0 ? 0 : nearNumberM + nearest * perNumberM,
      trust: base * heardShareOf(hit),
    }
  }

  const road = (text: string, hit: NameHit, id: number): Found => {
    const spot: Spot = { label: registry.roadName(id), how: 'road', point: null, building: null, grid: null, community: null, site: -1 }
    const found = { start: hit.start, end: hit.end, doorEnd: hit.end, heard: hit.heard, door: noDoor }
    return numbered(text, hit, id) ?? { ...found, spots: [spot], why: ['road', ...heardWhy(hit.heard)], trust: trust.road * shareOf(hit) }
  }

  const spotFound = (text: string, hit: NameHit, spot: Spot): Found => {
    const parts = spot.how === 'building' || spot.how === 'landmark' ? partsAt(text, hit.end, false) : null
    return {
      start: hit.start,
      end: hit.end,
      doorEnd: parts?.end ?? hit.end,
      heard: hit.heard,
      spots: [spot],
      door: parts ? doorOf(parts) : noDoor,
      why: [spot.how, ...heardWhy(hit.heard)],
      trust: trust[spot.how] * shareOf(hit),
    }
  }

  const station = (text: string, hit: NameHit, { spot, exits }: Station, isBare: boolean): readonly Found[] => {
    const exit = exitOf(text, hit.start, hit.end, isBare)
    if (!exit && isBare) return []
    const meant = exit ? exits.get(exit.letter) : spot
    const [start, end] = exit ? [exit.start, exit.end] : [hit.start, hit.end]
    const level = (meant ? trust.landmark : noHouseTrust) * heardShareOf(hit)
    const why = ['landmark', ...heardWhy(hit.heard), ...(meant ? [] : ['no-such-exit'])]
    return [{ start, end, doorEnd: end, heard: hit.heard, spots: [meant ?? spot], door: noDoor, why, trust: level }]
  }

  const meaning = (text: string, hit: NameHit, one: Meaning): readonly Found[] => {
    switch (one.kind) {
      case 'estate':
        return [estate(text, hit, one.estate)]
      case 'road':
        return [road(text, hit, one.road)]
      case 'site':
        return [spotFound(text, hit, registry.spotOf(one.site))]
      case 'spot':
        return [spotFound(text, hit, one.spot)]
      case 'station':
        return station(text, hit, one.station, one.bare)
    }
  }

  return (text: string, hit: NameHit): readonly Found[] => registry.meaningsOf(hit.name).flatMap((one) => meaning(text, hit, one))
}
