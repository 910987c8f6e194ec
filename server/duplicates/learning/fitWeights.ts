import { dot } from '../dot.ts'
import { learntSigns, probability, type LearntSign } from '../signs.ts'

/** A new report against one open matter: the signs of each of its reports, and whether they are one. */
export type Lesson = { readonly isSame: boolean; readonly compared: readonly Readonly<Record<LearntSign, number>>[] }

export type Fit = { readonly bias: number; readonly learnt: Readonly<Record<LearntSign, number>> }

/** How strongly weights are drawn to nought (L2): there are a hundred duplicates to some thirty signs. */
const decay = 1
/** Which report of a matter fits best depends on the weights; after so many rounds it no longer changes. */
const rounds = 5
const mostSteps = 30
/** A step of Newton may leap over the edge while next to nothing is certain. */
const longestStep = 1.5
const still = 1e-3
const startBias = -4

/** Solves A x = b (Gauss, with pivots); destroys both. */
const solve = (a: Float64Array[], b: Float64Array): Float64Array => {
  const n = b.length
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let r = i + 1; r < n; r++)
      if (Math.abs((a[r] as Float64Array)[i] as number) > Math.abs((a[pivot] as Float64Array)[i] as number)) pivot = r
    ;[a[i], a[pivot]] = [a[pivot] as Float64Array, a[i] as Float64Array]
    ;[b[i], b[pivot]] = [b[pivot] as number, b[i] as number]
    const row = a[i] as Float64Array
    for (let r = i + 1; r < n; r++) {
      const other = a[r] as Float64Array
      const factor = (other[i] as number) / (row[i] as number)
      if (factor === 0) continue
      for (let c = i; c < n; c++) other[c] = (other[c] as number) - factor * (row[c] as number)
      b[r] = (b[r] as number) - factor * (b[i] as number)
    }
  }
  const x = new Float64Array(n)
  for (let i = n - 1; i >= 0; i--) {
    const row = a[i] as Float64Array
    let sum = b[i] as number
    for (let c = i + 1; c < n; c++) sum -= (row[c] as number) * (x[c] as number)
    x[i] = sum / (row[i] as number)
  }
  return x
}

type Row = { readonly x: Float64Array; readonly y: number }

const newton = (rows: readonly Row[], start: Float64Array): Float64Array => {
  let w = start
  const n = w.length
  for (let step = 0; step < mostSteps; step++) {
    // The bias is drawn nowhere.
    const slope = w.map((one, i) => (i === 0 ? 0 : decay * one))
    const curve = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? (i === 0 ? 1e-6 : decay) : 0)))
    for (const { x, y } of rows) {
      const p = probability(dot(w, x))
      const h = p * (1 - p)
      for (let i = 0; i < n; i++) {
        const xi = x[i] as number
        if (xi === 0) continue
        slope[i] = (slope[i] as number) + (p - y) * xi
        const row = curve[i] as Float64Array
        for (let j = 0; j < n; j++) row[j] = (row[j] as number) + h * xi * (x[j] as number)
      }
    }
    const move = solve(curve, slope)
    const longest = Math.max(...move.map(Math.abs))
    const scale = Math.min(1, longestStep / longest)
    w = w.map((one, i) => one - scale * (move[i] as number))
    if (longest < still) break
  }
  return w
}

/**
 * Logistic regression over the signs, by Newton's method; of each matter the report counts that fits best.
 * The same lessons give the same weights.
 */
export const fitWeights = (lessons: readonly Lesson[]): Fit => {
  const bags = lessons.map(({ isSame, compared }) => ({
    y: isSame ? 1 : 0,
    all: compared.map((signs) => Float64Array.from([1, ...learntSigns.map((sign) => signs[sign])])),
  }))
  let w: Float64Array = new Float64Array(learntSigns.length + 1)
  w[0] = startBias
  for (let round = 0; round < rounds; round++) {
    const now = w
    w = newton(
      bags.map(({ y, all }) => ({ y, x: all.reduce((best, x) => (dot(now, x) > dot(now, best) ? x : best)) })),
      now,
    )
  }
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000
  return {
    bias: rounded(w[0] as number),
    learnt: Object.fromEntries(learntSigns.map((sign, i) => [sign, rounded(w[i + 1] as number)])) as Fit['learnt'],
  }
}
