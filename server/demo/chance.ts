import { seededRandom } from '../../shared/domain/seededRandom.ts'

/** Chance that can be repeated: the same seed and name give the same numbers in the same order. */
export type Chance = {
  /** 0 (included) to 1 (not included). */
  readonly next: () => number
  readonly between: (least: number, most: number) => number
  /** True in `share` of all cases, 0–1. */
  readonly happens: (share: number) => boolean
  /** One of them; throws on an empty list. */
  readonly pick: <T>(among: readonly T[]) => T
  /** A span with this mean, exponentially distributed: how long until the next of things that come at random. */
  readonly gap: (mean: number) => number
  /**
   * A stream of its own for one thing (an incident, a unit).
   *
   * What a person does in between then changes nothing in the lives of the others.
   */
  readonly of: (name: string) => Chance
}

/** FNV-1a, 32 bits. */
const hash = (text: string, from: number): number => {
  let h = from
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Good enough to play a town with. */
export const seededChance = (seed: number): Chance => {
  const next = seededRandom(seed)
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    happens: (share) => next() < share,
    pick: (among) => {
      const picked = among[Math.floor(next() * among.length)]
      if (picked === undefined) throw new Error('Nothing to pick from')
      return picked
    },
    gap: (mean) => -Math.log(1 - next()) * mean,
    of: (name) => seededChance(hash(name, (seed ^ 0x811c9dc5) >>> 0)),
  }
}
