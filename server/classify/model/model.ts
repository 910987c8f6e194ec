import type { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Head } from './network.ts'

/** How what the members say becomes probabilities that are right as often as they say; fitted on writers whom the model had not read. */
export type Calibration = {
  /** Kinds: each probability to the power of 1 / temperature, made to sum to 1 again. */
  readonly temperature: number
  readonly police: Sureness
  readonly critical: Sureness
}

/** Probability = logistic(slope · log-odds + shift), after Platt 1999; from `threshold` on the answer is yes. */
export type Sureness = { readonly slope: number; readonly shift: number; readonly threshold: number }

/** Where a model comes from. */
export type Origin = {
  readonly seed: number
  /** SHA-256 of what it learnt from. */
  readonly corpus: string
  readonly texts: number
}

/** Several members that learnt alike from other beginnings: what they agree on is surer than what one of them says. */
export type Model = {
  readonly kinds: readonly KindCode[]
  /** Hash of the feature of each row. */
  readonly hashes: Int32Array
  /** Numbers of one member in a row. */
  readonly width: number
  readonly members: readonly Head[]
  /** A weight is its four-bit number, −7 … 7, times the scale of its row. */
  readonly scales: Float32Array
  /** rows × (members · width). */
  readonly weights: Int8Array
  readonly calibration: Calibration
  readonly origin: Origin
}

export const logistic = (x: number, { slope, shift }: Pick<Sureness, 'slope' | 'shift'>): number => 1 / (1 + Math.exp(-(slope * x + shift)))

const edge = 1e-6

export const logOdds = (p: number): number => Math.log((p + edge) / (1 - p + edge))

/** Probabilities made sharper (temperature below 1) or softer (above 1). */
export const tempered = (shares: ArrayLike<number>, count: number, temperature: number): Float64Array => {
  const raised = new Float64Array(count)
  let total = 0
  for (let k = 0; k < count; k++) {
    const one = ((shares[k] as number) + 1e-12) ** (1 / temperature)
    raised[k] = one
    total += one
  }
  for (let k = 0; k < count; k++) raised[k] = (raised[k] as number) / total
  return raised
}

/** Police are needed by what the words say, or by the kinds they may mean: the mean of both is surer than either. */
export const policeShare = (means: ArrayLike<number>, isPolice: readonly boolean[]): number => {
  const byKind = isPolice.reduce((sum, is, k) => sum + (is ? (means[k] as number) : 0), 0)
  return ((means[isPolice.length] as number) + byKind) / 2
}
