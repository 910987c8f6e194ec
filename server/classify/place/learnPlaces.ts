import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { memberSeed } from '../learning/memberSeed.ts'
import { shuffle } from '../learning/shuffle.ts'
import { emissionScores, emptyChain, latticeOf, tagCount, tags, type Chain } from './chain.ts'
import { rowCount, type PlaceFeatures } from './placeFeatures.ts'

/** A text with the words marked that say where. */
export type PlaceLesson = { readonly features: PlaceFeatures; readonly places: readonly (readonly [start: number, end: number])[] }

export type PlaceTraining = {
  readonly seed: number
  readonly epochs: number
  readonly rate: number
  /** How strongly weights are drawn to nought, per text (L2). */
  readonly decay: number
  /** The share of features left out at each sight, so that a place is known by more than its name. */
  readonly leftOut: number
  /** Chains that learn apart, each in an order of its own; what they agree on is kept: the mean of their weights. */
  readonly members: number
}

export const placeTraining: Omit<PlaceTraining, 'seed'> = { epochs: 8, rate: 0.1, decay: 1e-6, leftOut: 0.3, members: 3 }

/** Slopes smaller than this move nothing worth the time. */
const hardly = 1e-3
const tiny = 1e-6

export const tagsOf = (length: number, places: PlaceLesson['places']): Uint8Array => {
  const right = new Uint8Array(length)
  for (const [start, end] of places) {
    right.fill(tags.further, start, end)
    right[start] = tags.first
  }
  return right
}

type Learning = Omit<PlaceTraining, 'members'>

/** A row behind all others that stays nought: what is left out points there. */
const leftOutRow = rowCount

const learnOne = (lessons: readonly PlaceLesson[], { seed, epochs, rate, decay, leftOut }: Learning): Chain => {
  const { transitions } = emptyChain()
  const emissions = new Float32Array((rowCount + 1) * tagCount)
  // What stays makes up for what is left out.
  const scale = 1 / (1 - leftOut)
  const chain: Chain = { emissions, transitions, scale }
  const squares = { emissions: new Float32Array(emissions.length), transitions: new Float32Array(transitions.length) }
  const random = seededRandom(seed)
  const order = Uint32Array.from(lessons.keys())

  const move = (weights: Float32Array, sums: Float32Array, at: number, slope: number, now: number) => {
    const whole = slope + decay * (weights[at] as number)
    const sum = (sums[at] as number) + whole * whole
    sums[at] = sum
    weights[at] = (weights[at] as number) - (now * whole) / Math.sqrt(sum + tiny)
  }

  const learn = ({ features, places }: PlaceLesson, now: number) => {
    const { length, perUnit } = features
    if (length === 0) return
    const rows = features.rows.map((row) => (random() < leftOut ? leftOutRow : row))
    const right = tagsOf(length, places)
    const scores = emissionScores(chain, { length, perUnit, rows })
    const { sure, pair } = latticeOf(chain, scores)
    const pairSlopes = new Float64Array(tagCount * tagCount)
    for (let i = 0; i < length; i++) {
      for (let tag = 0; tag < tagCount; tag++) {
        const here = i * tagCount + tag
        const slope = (sure[here] as number) - (right[i] === tag ? 1 : 0)
        if (Math.abs(slope) >= hardly) {
          for (let f = i * perUnit; f < (i + 1) * perUnit; f++) {
            const row = rows[f] as number
            if (row !== leftOutRow) move(emissions, squares.emissions, row * tagCount + tag, slope * scale, now)
          }
        }
        for (let before = 0; i > 0 && before < tagCount; before++) {
          const isSo = right[i - 1] === before && right[i] === tag
          const at = before * tagCount + tag
          pairSlopes[at] = (pairSlopes[at] as number) + pair(i, before, tag) - (isSo ? 1 : 0)
        }
      }
    }
    pairSlopes.forEach((slope, pair) => move(transitions, squares.transitions, pair, slope, now))
  }

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) learn(lessons[at] as PlaceLesson, rate * (1 - (0.9 * epoch) / epochs))
  }
  return { emissions: emissions.subarray(0, rowCount * tagCount), transitions, scale: 1 }
}

/** Learns to tag; the same seed and lessons give the same chain. */
export const learnPlaces = (lessons: readonly PlaceLesson[], { seed, members, ...how }: PlaceTraining): Chain => {
  const mean = emptyChain()
  const add = (sums: Float32Array, weights: Chain['emissions']) =>
    weights.forEach((weight, at) => (sums[at] = (sums[at] as number) + weight / members))
  for (let member = 0; member < members; member++) {
    const { emissions, transitions } = learnOne(lessons, { ...how, seed: memberSeed(seed, member) })
    add(mean.emissions, emissions)
    add(mean.transitions, transitions)
  }
  return mean
}
