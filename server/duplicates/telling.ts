import type { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { particularsOf, type Particulars } from './particulars.ts'
import { remarksOf, type Remarks } from './remarks.ts'
import { readPlace, type PlaceNumber, type SaidPlace } from './saidPlace.ts'
import type { Pairs } from './soundPairs.ts'
import { widenPlace } from './widenPlace.ts'

/** What the brain hears in a text: shares of kinds, what it is about as a direction in space, and the words that say where. */
export type Heard = {
  readonly kinds: ReadonlyMap<KindCode, number>
  /** Empty when nothing is known of it. */
  readonly gist: ArrayLike<number>
  readonly places: readonly string[]
}

/** What is compared of one report. */
export type Telling = {
  readonly words: Pairs
  /** The words that do not say where. */
  readonly rest: Pairs
  /** The words that say where, less their numbers. */
  readonly names: Pairs
  readonly numbers: SaidPlace['numbers']
  readonly particulars: Particulars
  readonly remarks: Remarks
  /** Square roots of the shares of kinds, in the order of the taxonomy. */
  readonly kinds: Float64Array
  /** Of length 1, or empty. */
  readonly gist: Float64Array
}

type Needs = { readonly pairsOf: (text: string) => Pairs; readonly kinds: readonly KindCode[] }

const lengthOne = (vector: ArrayLike<number>): Float64Array => {
  const own = Float64Array.from(vector)
  const length = Math.sqrt(own.reduce((sum, one) => sum + one * one, 0))
  return length > 0 ? own.map((one) => one / length) : new Float64Array(0)
}

export const joinNumbers = (all: readonly SaidPlace['numbers'][]): SaidPlace['numbers'] => {
  const joined = new Map<PlaceNumber, Set<string>>()
  for (const numbers of all) {
    for (const [sort, own] of numbers) joined.set(sort, new Set([...(joined.get(sort) ?? []), ...own]))
  }
  return joined
}

/** Reads what is compared of a report. */
export const tellingReader =
  ({ pairsOf, kinds }: Needs) =>
  (text: string, heard: Heard): Telling => {
    const said = heard.places.map((place) => widenPlace(text, place))
    const places = said.map(readPlace)
    const rest = said.reduce((left, place) => left.replace(place, '，'), text)
    return {
      words: pairsOf(text),
      rest: pairsOf(rest),
      names: new Set(places.flatMap(({ names }) => [...pairsOf(names)])),
      // Without words that say where, doors and houses may still be told: 602住户.
      numbers: joinNumbers((places.length > 0 ? places : [readPlace(text)]).map(({ numbers }) => numbers)),
      particulars: particularsOf(text),
      remarks: remarksOf(text),
      kinds: Float64Array.from(kinds, (kind) => Math.sqrt(heard.kinds.get(kind) ?? 0)),
      gist: lengthOne(heard.gist),
    }
  }
