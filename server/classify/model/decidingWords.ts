import type { Span } from '../phrase.ts'
import { atOnce, startsInFours } from './fours.ts'
import type { Model } from './model.ts'
import type { Input } from './network.ts'
import type { Reading } from './runs.ts'

/** How one answer grows with each of the middle numbers of all members, as they stand: the slope of the model at this text. */
const slopeAt = ({ width, members }: Model, z: Float32Array, pull: ArrayLike<number>): Float64Array => {
  const slope = new Float64Array(z.length)
  members.forEach(({ out }, m) => {
    const first = m * width
    for (let k = 0; k < pull.length; k++) {
      const weight = pull[k] as number
      if (Math.abs(weight) < hardly) continue
      const at = k * 2 * width
      for (let d = 0; d < width; d++) {
        const bent = (z[first + d] as number) > 0 ? (out[at + d] as number) : 0
        slope[first + d] = (slope[first + d] as number) + weight * (bent + (out[at + width + d] as number))
      }
    }
  })
  return slope
}

/** Kinds that are out of the question pull at nothing. */
const hardly = 1e-3

/** Characters that weigh at least this share of the heaviest are shown, and with them their neighbours that still weigh something: 业委 is 业委会. */
const shownShare = 0.45
const grownShare = 0.2
const mostWords = 4
const shortestWord = 2
const longestWord = 8

/** Neighbouring characters that weigh enough, heaviest stretches first; none goes over a sign between words. */
const stretches = (weights: Float64Array, gaps: Uint8Array): readonly Span[] => {
  const heaviest = Math.max(0, ...weights)
  const weighs = (at: number, share: number) => (weights[at] ?? 0) >= share * heaviest && gaps[at] === 0
  const found: { span: Span; weight: number }[] = []
  for (let at = 0, free = 0; at < weights.length && heaviest > 0; at++) {
    if (!weighs(at, shownShare)) continue
    let [start, end] = [at, at + 1]
    while (end < weights.length && end - start < longestWord && weighs(end, shownShare)) end += 1
    while (start > free && end - start < longestWord && weighs(start - 1, grownShare)) start -= 1
    while (end < weights.length && end - start < longestWord && weighs(end, grownShare)) end += 1
    if (end - start >= shortestWord)
      found.push({ span: [start, end], weight: weights.subarray(start, end).reduce((sum, one) => sum + one, 0) })
    free = end
    at = end - 1
  }
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWords)
    .map(({ span }) => span)
}

/**
 * The words of a text that decided: where what the model adds up for an answer is most. `z` is the middle of the model for this text;
 * `pull` weighs the answers, one number each: the kind that won against the shares of all.
 */
export const decidingWords = (model: Model, reading: Reading, input: Input, z: Float32Array, pull: ArrayLike<number>) => {
  const { weights, scales } = model
  const slope = slopeAt(model, z, pull)
  const all = slope.length
  const { rows, values } = input
  const rowStarts = startsInFours(rows, all)
  const sums = new Float64Array(rowStarts.length)
  for (let i = 0; i < sums.length; i += atOnce) {
    const [atA, atB] = [rowStarts[i] as number, rowStarts[i + 1] as number]
    const [atC, atE] = [rowStarts[i + 2] as number, rowStarts[i + 3] as number]
    let [a, b, c, e] = [0, 0, 0, 0]
    for (let d = 0; d < all; d++) {
      const one = slope[d] as number
      a += one * (weights[atA + d] as number)
      b += one * (weights[atB + d] as number)
      c += one * (weights[atC + d] as number)
      e += one * (weights[atE + d] as number)
    }
    sums[i] = a
    sums[i + 1] = b
    sums[i + 2] = c
    sums[i + 3] = e
  }
  for (let i = 0; i < rows.length; i++) sums[i] = (sums[i] as number) * (values[i] as number) * (scales[rows[i] as number] as number)
  const { starts, ends, length, gaps } = reading
  const byUnit = new Float64Array(length)
  for (let run = 0; run < starts.length; run++) {
    const place = input.places[run] as number
    if (place < 0) continue
    const [from, to] = [starts[run] as number, ends[run] as number]
    const each = (sums[place] as number) / Math.max(1, to - from)
    for (let i = from; i < to; i++) byUnit[i] = (byUnit[i] as number) + each
  }
  return stretches(byUnit, gaps)
}
