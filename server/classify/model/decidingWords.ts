import type { Span } from '../phrase.ts'
import type { Features } from './features.ts'
import type { Input, Network } from './network.ts'
import { eachRun } from './runs.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How one answer grows with each of the middle numbers, as they stand: the slope of the model at this text. */
const slopeAt = ({ width, out, bias, embed }: Network, { rows, values }: Input, pull: ArrayLike<number>): Float64Array => {
  const z = Float64Array.from(bias)
  for (let i = 0; i < rows.length; i++) {
    const at = (rows[i] as number) * width
    for (let d = 0; d < width; d++) z[d] = (z[d] as number) + (values[i] as number) * (embed[at + d] as number)
  }
  const slope = new Float64Array(width)
  for (let k = 0; k < pull.length; k++) {
    const weight = pull[k] as number
    if (weight === 0) continue
    const at = k * 2 * width
    for (let d = 0; d < width; d++) {
      const bent = (z[d] as number) > 0 ? (out[at + d] as number) : 0
      slope[d] = (slope[d] as number) + weight * (bent + (out[at + width + d] as number))
    }
  }
  return slope
}

/** Stretches that weigh at least this share of the heaviest character are shown. */
const shownShare = 0.45
const mostWords = 4
const shortestWord = 2
const longestWord = 8

/** Neighbouring characters that weigh enough, heaviest stretches first. */
const stretches = (weights: Float64Array): readonly Span[] => {
  const heaviest = Math.max(0, ...weights)
  const found: { span: Span; weight: number }[] = []
  for (let start = 0; start < weights.length; start++) {
    let [end, weight] = [start, 0]
    while (end < weights.length && end - start < longestWord && heaviest > 0 && (weights[end] as number) >= shownShare * heaviest) {
      weight += weights[end] as number
      end += 1
    }
    if (end - start >= shortestWord) found.push({ span: [start, end], weight })
    start = Math.max(start, end - 1)
  }
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWords)
    .map(({ span }) => span)
}

/**
 * The words of a text that decided: where what the model adds up for an answer is most. `pull` weighs the answers, one number each:
 * the kind that won against the shares of all.
 */
export const decidingWords = (network: Network, vocabulary: Vocabulary, { reading }: Features, input: Input, pull: ArrayLike<number>) => {
  const { width, embed } = network
  const slope = slopeAt(network, input, pull)
  const byRow = new Map<number, number>()
  input.rows.forEach((row, i) => {
    let sum = 0
    for (let d = 0; d < width; d++) sum += (slope[d] as number) * (embed[row * width + d] as number)
    byRow.set(row, sum * (input.values[i] as number))
  })
  const { at } = reading
  const weights = new Float64Array(at[at.length - 1] as number)
  eachRun(reading, (hash, start, length) => {
    const row = vocabulary.get(hash)
    const weight = row === undefined ? 0 : ((byRow.get(row) ?? 0) / length)
    const [from, to] = [at[start] as number, at[start + length] as number]
    for (let i = from; weight !== 0 && i < to; i++) weights[i] = (weights[i] as number) + weight
  })
  return stretches(weights)
}
