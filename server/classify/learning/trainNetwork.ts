import { answer, gather, scratchOf, type Input, type Network } from '../model/network.ts'
import { toProbabilities } from '../model/toProbabilities.ts'
import { learned, step, type Learned } from './adagrad.ts'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { shuffle } from './shuffle.ts'

/** A text to learn from: the share of each kind, and whether police and life at risk are so (0 or 1). */
export type Lesson = {
  readonly input: Input
  readonly kinds: readonly (readonly [kind: number, share: number])[]
  readonly police: number
  readonly critical: number
  /** How much it counts; 1 is usual. */
  readonly weight: number
}

export type Training = {
  readonly seed: number
  readonly rows: number
  readonly kinds: number
  readonly width: number
  readonly epochs: number
  readonly rate: number
  /** The share of features left out at each sight, so that no single word carries a kind. */
  readonly leftOut: number
  /** The same for the middle layer. */
  readonly leftOutInside: number
}

const spreads = { embed: 0.4, out: 0.3 } as const
/** The rate falls to this share of itself. */
const lastRate = 0.1
/** Weights are averaged over the ends of the later epochs: as good as several models, at the cost of one. */
const averagedFrom = 0.5

/** Which of `keep` stay this time: each is 0, or as much more than 1 as makes up for the others. */
const chooseKept = (keep: Float32Array, length: number, leftOut: number, random: () => number) => {
  const more = 1 / (1 - leftOut)
  for (let i = 0; i < length; i++) keep[i] = random() < leftOut ? 0 : more
}

type Blocks = { readonly embed: Learned; readonly bias: Learned; readonly out: Learned; readonly outBias: Learned }

const networkOf = ({ rows, width, kinds }: Training, blocks: Blocks): Network => ({
  rows,
  width,
  answers: kinds + 2,
  embed: blocks.embed.weights,
  bias: blocks.bias.weights,
  out: blocks.out.weights,
  outBias: blocks.outBias.weights,
})

/** Learns from one lesson after the other, in an order that the seed decides; the same seed and lessons give the same network. */
export const trainNetwork = (lessons: readonly Lesson[], training: Training, onEpoch?: (epoch: number) => void): Network => {
  const { rows, width, kinds, epochs, rate, leftOut, leftOutInside } = training
  const random = seededRandom(training.seed)
  const answers = kinds + 2
  const blocks: Blocks = {
    embed: learned(rows * width, spreads.embed, random),
    bias: learned(width, 0, random),
    out: learned(answers * 2 * width, spreads.out, random),
    outBias: learned(answers, 0, random),
  }
  const network = networkOf(training, blocks)
  const scratch = scratchOf(network)
  const { z, bent, answers: slopes } = scratch
  const keep = new Float32Array(Math.max(0, ...lessons.map(({ input }) => input.rows.length)))
  const keepInside = new Float32Array(2 * width)
  const back = new Float32Array(2 * width)
  const backZ = new Float32Array(width)
  const order = Uint32Array.from(lessons.keys())
  const means = Object.values(blocks).map(({ weights }) => new Float32Array(weights.length))
  let averaged = 0

  /** What the answers should have been taken from what they are, and carried back to the middle layer. */
  const slopesOf = ({ kinds: wanted, police, critical, weight }: Lesson) => {
    toProbabilities(slopes, kinds)
    for (const [kind, share] of wanted) slopes[kind] = (slopes[kind] as number) - share
    slopes[kinds] = (slopes[kinds] as number) - police
    slopes[kinds + 1] = (slopes[kinds + 1] as number) - critical
    if (weight !== 1) for (let k = 0; k < answers; k++) slopes[k] = (slopes[k] as number) * weight
    back.fill(0)
    for (let k = 0; k < answers; k++) {
      const slope = slopes[k] as number
      const at = k * 2 * width
      for (let d = 0; d < 2 * width; d++) back[d] = (back[d] as number) + slope * (blocks.out.weights[at + d] as number)
    }
    for (let d = 0; d < width; d++) {
      const straight = (back[width + d] as number) * (keepInside[width + d] as number)
      backZ[d] = straight + ((z[d] as number) > 0 ? (back[d] as number) * (keepInside[d] as number) : 0)
    }
  }

  const learn = (lesson: Lesson, now: number) => {
    const { input } = lesson
    chooseKept(keep, input.rows.length, leftOut, random)
    chooseKept(keepInside, 2 * width, leftOutInside, random)
    gather(network, input, z, keep)
    answer(network, scratch, keepInside)
    slopesOf(lesson)
    for (let k = 0; k < answers; k++) {
      const slope = slopes[k] as number
      if (Math.abs(slope) < 1e-5) continue
      step(blocks.outBias, k, slope, now)
      for (let d = 0; d < 2 * width; d++) step(blocks.out, k * 2 * width + d, slope * (bent[d] as number), now)
    }
    for (let d = 0; d < width; d++) step(blocks.bias, d, backZ[d] as number, now)
    for (let i = 0; i < input.rows.length; i++) {
      const value = (input.values[i] as number) * (keep[i] as number)
      if (value === 0) continue
      const at = (input.rows[i] as number) * width
      for (let d = 0; d < width; d++) step(blocks.embed, at + d, (backZ[d] as number) * value, now)
    }
  }

  const average = () => {
    averaged += 1
    Object.values(blocks).forEach(({ weights }, block) => {
      const mean = means[block] as Float32Array
      for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + ((weights[i] as number) - (mean[i] as number)) / averaged
    })
  }

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    const now = rate * (1 - (epoch / epochs) * (1 - lastRate))
    for (const at of order) learn(lessons[at] as Lesson, now)
    if (epoch + 1 > epochs * averagedFrom) average()
    onEpoch?.(epoch)
  }
  const [embed, bias, out, outBias] = means as [Float32Array, Float32Array, Float32Array, Float32Array]
  return { ...network, embed, bias, out, outBias }
}
