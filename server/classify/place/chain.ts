import type { PlaceFeatures } from './placeFeatures.ts'
import { rowCount } from './placeFeatures.ts'

/** What a character is to a place: outside, its first, or a further one. */
export const tags = { outside: 0, first: 1, further: 2 } as const
export const tagCount = 3

/** A linear-chain conditional random field (J. Lafferty, A. McCallum, F. Pereira 2001) over the tags of the characters. */
export type Chain = {
  /** rows × tags, in units of `scale`: floats while it learns, bytes once it is kept. */
  readonly emissions: Float32Array | Int8Array
  readonly scale: number
  /** tag before × tag; a further character after an outside one cannot be. */
  readonly transitions: Float32Array
}

export const emptyChain = () => ({
  scale: 1,
  emissions: new Float32Array(rowCount * tagCount),
  transitions: new Float32Array(tagCount * tagCount),
})

const impossible = -1e9

export const transition = ({ transitions }: Chain, before: number, tag: number): number =>
  before === tags.outside && tag === tags.further ? impossible : (transitions[before * tagCount + tag] as number)

/** The first character cannot go on with a place. */
const opening = (tag: number): number => (tag === tags.further ? impossible : 0)

/** How well each tag fits each character, length × tags. */
export const emissionScores = ({ emissions, scale }: Chain, { length, perUnit, rows }: PlaceFeatures): Float64Array => {
  const scores = new Float64Array(length * tagCount)
  for (let i = 0; i < length; i++) {
    let [outside, first, further] = [0, 0, 0]
    for (let f = i * perUnit; f < (i + 1) * perUnit; f++) {
      const at = (rows[f] as number) * tagCount
      outside += emissions[at] as number
      first += emissions[at + 1] as number
      further += emissions[at + 2] as number
    }
    scores[i * tagCount] = outside * scale
    scores[i * tagCount + 1] = first * scale
    scores[i * tagCount + 2] = further * scale
  }
  return scores
}

const logSum = (values: readonly number[]): number => {
  const most = Math.max(...values)
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0))
}

const allTags = [tags.outside, tags.first, tags.further] as const

/** Forward and backward log-sums of a text, and the log of what all taggings of it weigh. */
export type Lattice = { readonly forward: Float64Array; readonly backward: Float64Array; readonly total: number }

export const latticeOf = (chain: Chain, scores: Float64Array): Lattice => {
  const length = scores.length / tagCount
  const forward = new Float64Array(scores.length)
  const backward = new Float64Array(scores.length)
  for (let i = 0; i < length; i++) {
    for (const tag of allTags) {
      const before =
        i === 0
          ? opening(tag)
          : logSum(allTags.map((from) => (forward[(i - 1) * tagCount + from] as number) + transition(chain, from, tag)))
      forward[i * tagCount + tag] = before + (scores[i * tagCount + tag] as number)
    }
  }
  for (let i = length - 2; i >= 0; i--) {
    for (const tag of allTags) {
      const after = (to: number) => (backward[(i + 1) * tagCount + to] as number) + (scores[(i + 1) * tagCount + to] as number)
      backward[i * tagCount + tag] = logSum(allTags.map((to) => transition(chain, tag, to) + after(to)))
    }
  }
  const total = length === 0 ? 0 : logSum(allTags.map((tag) => forward[(length - 1) * tagCount + tag] as number))
  return { forward, backward, total }
}

/** The likeliest tagging (Viterbi). */
export const bestTags = (chain: Chain, scores: Float64Array): Uint8Array => {
  const length = scores.length / tagCount
  const best = new Float64Array(scores.length)
  const from = new Uint8Array(scores.length)
  for (let i = 0; i < length; i++) {
    for (const tag of allTags) {
      let most = i === 0 ? opening(tag) : -Infinity
      for (const before of i === 0 ? [] : allTags) {
        const value = (best[(i - 1) * tagCount + before] as number) + transition(chain, before, tag)
        if (value <= most) continue
        most = value
        from[i * tagCount + tag] = before
      }
      best[i * tagCount + tag] = most + (scores[i * tagCount + tag] as number)
    }
  }
  const found = new Uint8Array(length)
  let tag: number = tags.outside
  for (const one of allTags)
    if ((best[(length - 1) * tagCount + one] as number) > (best[(length - 1) * tagCount + tag] as number)) tag = one
  for (let i = length - 1; i >= 0; i--) {
    found[i] = tag
    tag = from[i * tagCount + tag] as number
  }
  return found
}
