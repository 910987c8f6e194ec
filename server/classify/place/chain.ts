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

/** Log of the sum of three exponentials. */
const logSum = (a: number, b: number, c: number): number => {
  const most = Math.max(a, b, c)
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most))
}

const allTags = [tags.outside, tags.first, tags.further] as const

/** Forward and backward log-sums of a text, and the log of what all taggings of it weigh. */
export type Lattice = { readonly forward: Float64Array; readonly backward: Float64Array; readonly total: number }

export const latticeOf = (chain: Chain, scores: Float64Array): Lattice => {
  const forward = new Float64Array(scores.length)
  const backward = new Float64Array(scores.length)
  const last = scores.length - tagCount
  if (scores.length > 0) for (const tag of allTags) forward[tag] = opening(tag) + (scores[tag] as number)
  for (let here = tagCount; here < scores.length; here += tagCount) {
    const [a, b, c] = [forward[here - 3] as number, forward[here - 2] as number, forward[here - 1] as number]
    for (const tag of allTags) {
      const before = logSum(a + transition(chain, 0, tag), b + transition(chain, 1, tag), c + transition(chain, 2, tag))
      forward[here + tag] = before + (scores[here + tag] as number)
    }
  }
  for (let here = last - tagCount; here >= 0; here -= tagCount) {
    const after = (to: number) => (backward[here + tagCount + to] as number) + (scores[here + tagCount + to] as number)
    const [a, b, c] = [after(0), after(1), after(2)]
    for (const tag of allTags)
      backward[here + tag] = logSum(transition(chain, tag, 0) + a, transition(chain, tag, 1) + b, transition(chain, tag, 2) + c)
  }
  const total = last < 0 ? 0 : logSum(forward[last] as number, forward[last + 1] as number, forward[last + 2] as number)
  return { forward, backward, total }
}

/** The likeliest tagging (Viterbi). */
export const bestTags = (chain: Chain, scores: Float64Array): Uint8Array => {
  const length = scores.length / tagCount
  const best = new Float64Array(scores.length)
  const from = new Uint8Array(scores.length)
  if (length > 0) for (const tag of allTags) best[tag] = opening(tag) + (scores[tag] as number)
  for (let here = tagCount; here < scores.length; here += tagCount) {
    for (const tag of allTags) {
      let most = -Infinity
      for (const before of allTags) {
        const value = (best[here - tagCount + before] as number) + transition(chain, before, tag)
        if (value <= most) continue
        most = value
        from[here + tag] = before
      }
      best[here + tag] = most + (scores[here + tag] as number)
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
