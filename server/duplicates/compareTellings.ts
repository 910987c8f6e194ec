import type { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { dot } from './dot.ts'
import { compareParticulars } from './particulars.ts'
import type { Rarity } from './rarity.ts'
import type { compareNumbers, PlaceNumber } from './saidPlace.ts'
import type { LearntSign } from './signs.ts'
import { sharedPairs, type Pairs } from './soundPairs.ts'
import type { Telling } from './telling.ts'

/** Names and words are weighed apart: 路口 is common among places, 青团 among words. */
export type Rarities = { readonly words: Rarity; readonly places: Rarity }

/** What is known of the matter beside the one report that is compared. */
export type Matter = {
  /** The new report's numbers against those of all its reports: 3号梯 of one contradicts 5号梯 although another did not say. */
  readonly numbers: ReturnType<typeof compareNumbers>
  /** Minutes since its last report. */
  readonly minutes: number
  /** What it shares with the new report and no other open matter does, 0–1. */
  readonly onlyHere: number
  /** The room knows both to be in one place, 0–1; null when it does not know. */
  readonly together: number | null
}

/** A contradiction in one of these makes another place; one in the others may be two views of one. */
const telling: ReadonlySet<PlaceNumber> = new Set(['building', 'house', 'room', 'hall', 'group', 'zone', 'phase'])

const clip = (value: number, most = 1) => Math.min(most, Math.max(0, value))

/** What the room is told of kinds: which are one household's own, which bring many callers; by place in the taxonomy. */
export type KindTraits = { readonly isPrivate: Float64Array; readonly isUrgent: Float64Array; readonly indexOf: (code: KindCode) => number }

const share = ({ kinds }: Telling, trait: Float64Array) => {
  let sum = 0
  for (let i = 0; i < kinds.length; i++) sum += (trait[i] as number) * (kinds[i] as number) ** 2
  return sum
}

type Shares = { readonly known: number; readonly isPrivate: number; readonly isUrgent: number }

/** Sums over all kinds, once for each report: it is compared many times. */
const sharesReader = (traits: KindTraits): ((telling: Telling) => Shares) => {
  const read = new WeakMap<Telling, Shares>()
  return (one) => {
    const shares = read.get(one) ?? {
      known: dot(one.kinds, one.kinds),
      isPrivate: share(one, traits.isPrivate),
      isUrgent: share(one, traits.isUrgent),
    }
    read.set(one, shares)
    return shares
  }
}

/** Without a gist, kinds say a part of what it would. */
const gistByKind = 0.6
/** What is not known of a kind may well be the same. */
const unknownIsSame = 0.5

const kindLikeness = (a: Telling, b: Telling, knownOfA: number, knownOfB: number): number =>
  clip(dot(a.kinds, b.kinds) + unknownIsSame * (1 - Math.min(1, knownOfA, knownOfB)))

/** Somebody is sought in one report and found in the other: the places differ, the person must not. */
const soughtAndFound = (
  fresh: Telling,
  known: Telling,
  traits: KindTraits,
  alike: readonly string[],
  unlike: readonly string[],
  words: number,
) => {
  if (!fresh.remarks.found || !known.remarks.lost) return 0
  const at = (one: Telling, code: KindCode) => (one.kinds[traits.indexOf(code)] ?? 0) ** 2
  const person =
    (alike.includes('age') ? 1 : 0) -
    (unlike.includes('age') ? 1 : 0) +
    (alike.includes('sex') ? 0.5 : 0) -
    (unlike.includes('sex') ? 1 : 0)
  const kinds = Math.sqrt(at(known, 'P13') * Math.max(at(fresh, 'P13') + at(fresh, 'C42'), 0.1))
  return kinds * Math.max(0, person + clip(words / 10))
}

/** How much of the shorter name stands in the other, however many places are called so. */
const sharedShare = (a: Pairs, b: Pairs): number => {
  const fewest = Math.min(a.size, b.size)
  return fewest === 0 ? 0 : sharedPairs(a, b).length / fewest
}

const byPlace = (fresh: Telling, known: Telling, { places }: Rarities, matter: Matter) => {
  const named = places.shared(fresh.names, known.names)
  const isSaid = fresh.names.size > 0 && known.names.size > 0
  const both = isSaid || matter.together !== null
  const place = Math.max(clip(named / 10), matter.together ?? 0)
  const elsewhere = matter.together !== null ? 1 - clip(2 * matter.together) : isSaid ? clip(1 - named / 6) : 0
  const crossing = Math.max(0, places.shared(fresh.names, known.words) - named, places.shared(known.names, fresh.words) - named)
  const { alike, unlike } = matter.numbers
  const contradicts = unlike.filter((sort) => telling.has(sort)).length
  const agrees = contradicts > 0 ? [] : alike
  const signs = {
    place,
    'place-apart':
      isSaid && matter.together === null ? clip((Math.min(places.mass(fresh.names), places.mass(known.names)) - named) / 12) : 0,
    'place-elsewhere': elsewhere,
    'place-share': isSaid ? sharedShare(fresh.names, known.names) : 0,
    'place-not-said': !both && fresh.names.size === 0 ? 1 : 0,
    'place-not-known': !both && known.names.size === 0 ? 1 : 0,
    'number-alike': clip(agrees.filter((sort) => telling.has(sort)).length, 2),
    'number-unlike': clip(contradicts, 2),
    'number-unlike-there': contradicts > 0 ? place : 0,
    'detail-alike': clip(agrees.filter((sort) => !telling.has(sort)).length, 2),
    'detail-unlike': unlike.some((sort) => !telling.has(sort)) ? 1 : 0,
    'place-in-words': both ? clip(crossing / 10) : 0,
    'place-only-in-words': both ? 0 : clip(crossing / 10),
  } satisfies Partial<Record<LearntSign, number>>
  return { signs, place, both }
}

/** Two who are sought in two places are two. */
const bothSought = (fresh: Telling, known: Telling, traits: KindTraits, place: number) => {
  if (!fresh.remarks.lost || !known.remarks.lost) return 0
  const sought = ({ kinds }: Telling) => (kinds[traits.indexOf('P13')] ?? 0) + (kinds[traits.indexOf('C01')] ?? 0)
  return clip(sought(fresh) * sought(known)) * (1 - place)
}

/** Compares a new report with one of an open matter. */
export const compareTellings = (traits: KindTraits) => {
  const sharesOf = sharesReader(traits)
  return (fresh: Telling, known: Telling, rarities: Rarities, matter: Matter): Readonly<Record<LearntSign, number>> => {
    const { signs, place, both } = byPlace(fresh, known, rarities, matter)
    const [ours, theirs] = [sharesOf(fresh), sharesOf(known)]
    const kind = kindLikeness(fresh, known, ours.known, theirs.known)
    const gist = fresh.gist.length > 0 && known.gist.length > 0 ? Math.max(0, dot(fresh.gist, known.gist)) : gistByKind * kind
    const isPrivate = Math.max(ours.isPrivate, theirs.isPrivate)
    const words = rarities.words.shared(fresh.rest, known.rest)
    const particulars = compareParticulars(fresh.particulars, known.particulars)
    const again = fresh.remarks.again ? 1 : 0
    return {
      ...signs,
      kind,
      'kind-there': kind * place,
      gist,
      'gist-there': gist * place,
      'gist-no-place': both ? 0 : gist,
      'kind-and-gist': kind * gist,
      private: isPrivate,
      'private-there': isPrivate * place,
      urgent: Math.min(ours.isUrgent, theirs.isUrgent),
      words: clip(words / 12, 2),
      'words-of-this-only': matter.onlyHere,
      minutes: clip(matter.minutes / 20),
      hours: clip(matter.minutes / 120),
      'particulars-alike': particulars.alike.length,
      'particulars-unlike': particulars.unlike.length,
      'says-another': fresh.remarks.another ? 1 : 0,
      'says-again': again,
      'again-late': again * clip(matter.minutes / 20),
      'again-hours': again * clip(matter.minutes / 120),
      'sought-and-found': soughtAndFound(fresh, known, traits, particulars.alike, particulars.unlike, words),
      'both-sought': bothSought(fresh, known, traits, place),
    }
  }
}
