import type { Place } from '../../shared/domain/incident/report.ts'
import { agreeing } from './agreeing.ts'
import { candidatesOf, type Candidate } from './candidates.ts'
import { crossingsIn } from './crossingsIn.ts'
import type { Found } from './found.ts'
import { homeIn, type Home } from './home.ts'
import { nameIndex, type NameHit } from './nameIndex.ts'
import { plainAddress } from './plainAddress.ts'
import type { Registry } from './registry.ts'
import { resolver } from './resolve.ts'
import { amongRivals } from './rivals.ts'
import { searchNames } from './searchNames.ts'
import type { Sounds } from '../../shared/domain/language/sounds.ts'

/** 统一地址: finds the town's places in what people say. */
export type AddressBook = {
  /**
   * Places named in a text, surest first; empty when none is named. `home`: where the caller lives, if that is known;
   * a candidate only when the caller speaks of it.
   */
  readonly find: (text: string, home?: Home | null) => readonly Candidate[]
  /** Places whose names begin with or hold the words of a search box, best first. */
  readonly search: (query: string, limit?: number) => readonly Candidate[]
}

const mostCandidates = 8
/** A name said over and over says no more; and a text of nothing but names would be compared with itself for a second. */
const mostOfOneName = 3
const mostHeard = 400
const mostNames = 60

const bounded = (hits: readonly NameHit[]): readonly NameHit[] => {
  const times = new Map<number, number>()
  const counted = hits.filter(({ name }) => {
    const before = times.get(name) ?? 0
    times.set(name, before + 1)
    return before < mostOfOneName
  })
  return counted.length <= mostHeard ? counted : counted.toSorted((a, b) => a.start - b.start).slice(0, mostHeard)
}

type Stretch = { readonly start: number; readonly end: number }

const holds = (a: Stretch, b: Stretch) => a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start
const overlap = (a: Stretch, b: Stretch) => a.start < b.end && a.end > b.start
const isSame = (a: Stretch, b: Stretch) => a.start === b.start && a.end === b.end

/** Names inside longer names say nothing of their own: 钱江路 in 钱江路58号. A right name beats a misheard one over the same words. */
const outermost = <T extends Stretch & { readonly heard: NameHit['heard'] }>(found: readonly T[]): readonly T[] => {
  const said = found.filter(({ heard }) => heard === 'said')
  const isBeaten = (one: T): boolean => {
    const bySound = one.heard !== 'wrong-character'
    if (one.heard === 'said') return found.some((other) => holds(other, one) && other.heard !== 'wrong-character')
    // Said over the very same words, a name that sounds the same may still be meant.
    if (said.some((other) => overlap(other, one) && !(bySound && (isSame(other, one) || holds(one, other))))) return true
    return found.some((other) => holds(other, one) && (other.heard !== 'wrong-character' || !bySound))
  }
  return found.filter((one) => !isBeaten(one))
}

/** Where a name as written and one that only sounds so are both of the town, the written one is nearly always meant. */
const besideWritten = 0.3

const ranked = (found: readonly Found[]): readonly Found[] =>
  found.map((one) =>
    one.heard !== 'said' && found.some((other) => other.heard === 'said' && overlap(one, other) && !holds(one, other))
      ? { ...one, trust: one.trust * besideWritten }
      : one,
  )

const byConfidence = (a: Candidate, b: Candidate) => b.confidence - a.confidence || a.span[0] - b.span[0]

/** Builds the book once for a registry; looking up is then pure. */
export const addressBook = (registry: Registry, sounds: Sounds): AddressBook => {
  const hitsIn = nameIndex(registry.names, sounds)
  const resolve = resolver(registry)
  const foundIn = (plain: string): readonly Found[] => {
    const hits = outermost(bounded(hitsIn(plain))).slice(0, mostNames)
    const names = hits.flatMap((hit) => resolve(plain, hit))
    const all = outermost([...names, ...crossingsIn(registry, plain, hits)])
    return amongRivals(plain, ranked(outermost(agreeing(registry, plain, all))))
  }
  return {
    find: (text, home = null) => {
      const plain = plainAddress(text)
      const best = new Map<string, Candidate>()
      for (const candidate of [...candidatesOf(registry, text, plain, foundIn(plain)), ...homeIn(text, home)]) {
        const before = best.get(candidate.label)
        if (!before || before.confidence < candidate.confidence) best.set(candidate.label, candidate)
      }
      return [...best.values()].sort(byConfidence).slice(0, mostCandidates)
    },
    search: (query, limit = 10) =>
      searchNames(registry, plainAddress(query.trim()), limit).map(({ spot, score, name }) => {
        const place: Place = {
          text: spot.label.slice(0, 200),
          point: spot.point,
          building: spot.building,
          grid: spot.grid,
          community: spot.community,
          source: 'person',
        }
        const span = [0, query.length] as const
        return { place, label: spot.label, confidence: score, span, why: [spot.how, `name:${name}`], door: null, radiusM: 0 }
      }),
  }
}
