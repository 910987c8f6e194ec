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

const allTags = [tags.outside, tags.first, tags.further] as const

/** What is less likely than this is held to be so likely: so no text ever weighs nothing. Natural log. */
const unlikeliest = -300

/** A score as a weight, the best of its neighbours being 1. */
const weightOf = (score: number, best: number): number => Math.exp(Math.max(unlikeliest, score - best))

/** How surely each character has each tag, and each neighbouring pair of characters each pair of tags. */
export type Lattice = {
  /** length × tags; those of a character sum to 1. */
  readonly sure: Float64Array
  /** How surely the character at `i`, not the first, has `tag` and the one before it `before`. */
  readonly pair: (i: number, before: number, tag: number) => number
}

/** How well each tag follows each other. */
const stepsOf = (chain: Chain): Float64Array =>
  Float64Array.from({ length: tagCount * tagCount }, (_, pair) => {
    const [before, tag] = [Math.floor(pair / tagCount), pair % tagCount]
    return before === tags.outside && tag === tags.further ? 0 : weightOf(transition(chain, before, tag), 0)
  })

/** How well each tag fits each character, the best of the three being 1. */
const fitsOf = (scores: Float64Array): Float64Array => {
  const fits = new Float64Array(scores.length)
  for (let here = 0; here < scores.length; here += tagCount) {
    const [outside, first, further] = [scores[here] as number, scores[here + 1] as number, scores[here + 2] as number]
    const best = Math.max(outside, first, further)
    fits[here] = weightOf(outside, best)
    fits[here + 1] = weightOf(first, best)
    fits[here + 2] = weightOf(further, best)
  }
  return fits
}

/**
 * All taggings of a text weighed together, forward and backward (L. Rabiner 1989, with his scaling: what is known up to a
 * character sums to 1).
 */
export const latticeOf = (chain: Chain, scores: Float64Array): Lattice => {
  const { length } = scores
  const steps = stepsOf(chain)
  const [s00, s01, s10, s11] = [steps[0] as number, steps[1] as number, steps[3] as number, steps[4] as number]
  const [s12, s20, s21, s22] = [steps[5] as number, steps[6] as number, steps[7] as number, steps[8] as number]
  const fits = fitsOf(scores)
  const forward = new Float64Array(length)
  const scale = new Float64Array(length / tagCount)
  let [a, b, c] = [0, 0, 0]
  for (let here = 0, i = 0; here < length; here += tagCount, i++) {
    // Before the first character nothing is, and it cannot go on with a place.
    const outside = (i === 0 ? 1 : a * s00 + b * s10 + c * s20) * (fits[here] as number)
    const first = (i === 0 ? 1 : a * s01 + b * s11 + c * s21) * (fits[here + 1] as number)
    const further = (b * s12 + c * s22) * (fits[here + 2] as number)
    const sum = outside + first + further
    scale[i] = sum
    forward[here] = a = outside / sum
    forward[here + 1] = b = first / sum
    forward[here + 2] = c = further / sum
  }
  const backward = new Float64Array(length).fill(1, Math.max(0, length - tagCount))
  for (let here = length - tagCount, i = scale.length - 1; i > 0; here -= tagCount, i--) {
    const sum = scale[i] as number
    a = ((fits[here] as number) * (backward[here] as number)) / sum
    b = ((fits[here + 1] as number) * (backward[here + 1] as number)) / sum
    c = ((fits[here + 2] as number) * (backward[here + 2] as number)) / sum
    backward[here - 3] = s00 * a + s01 * b
    backward[here - 2] = s10 * a + s11 * b + s12 * c
    backward[here - 1] = s20 * a + s21 * b + s22 * c
  }
  const sure = new Float64Array(length)
  for (let at = 0; at < length; at++) sure[at] = (forward[at] as number) * (backward[at] as number)
  return {
    sure,
    pair: (i, before, tag) => {
      const here = i * tagCount + tag
      const step = (forward[(i - 1) * tagCount + before] as number) * (steps[before * tagCount + tag] as number)
      return (step * (fits[here] as number) * (backward[here] as number)) / (scale[i] as number)
    },
  }
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
