import type { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Span } from '../phrase.ts'
import { decidingWords } from './decidingWords.ts'
import type { Features } from './features.ts'
import { membersReader } from './members.ts'
import type { Head } from './network.ts'
import { inputOf, vocabularyOf } from './vocabulary.ts'

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

export type Opinion = {
  /** Probabilities that sum to 1. */
  readonly kinds: ReadonlyMap<KindCode, number>
  readonly police: number
  readonly critical: number
  /** Nothing of the text is known to the model. */
  readonly knowsNothing: boolean
  /** What the words come to before any answer is drawn from them; texts about the same thing point the same way. */
  readonly gist: () => Float32Array
  /** Where the words stand that speak for a kind, or for police, or for a life at risk; heaviest first. */
  readonly wordsFor: (answer: KindCode | 'police' | 'critical') => readonly Span[]
}

export const logistic = (x: number, { slope, shift }: Pick<Sureness, 'slope' | 'shift'>): number => 1 / (1 + Math.exp(-(slope * x + shift)))

const edge = 1e-6

export const logOdds = (p: number): number => Math.log((p + edge) / (1 - p + edge))

/** Probabilities made sharper (below 1) or softer (above 1). */
export const tempered = (shares: ArrayLike<number>, count: number, temperature: number): Float64Array => {
  const raised = Float64Array.from({ length: count }, (_, k) => ((shares[k] as number) + 1e-12) ** (1 / temperature))
  const total = raised.reduce((sum, one) => sum + one, 0)
  return raised.map((one) => one / total)
}

/** Police are needed by what the words say, or by the kinds they may mean: the mean of both is surer than either. */
export const policeShare = (means: ArrayLike<number>, isPolice: readonly boolean[]): number => {
  const byKind = isPolice.reduce((sum, is, k) => sum + (is ? (means[k] as number) : 0), 0)
  return ((means[isPolice.length] as number) + byKind) / 2
}

/** Asks a model; `isPolice` says of which kinds police are by nature. It is pure: the same features get the same opinion. */
export const modelReader = (model: Model, isPolice: (kind: KindCode) => boolean): ((features: Features) => Opinion) => {
  const { kinds, hashes, calibration } = model
  const vocabulary = vocabularyOf(hashes)
  const read = membersReader(model)
  const police = kinds.map(isPolice)
  const silent = Float32Array.from(model.members.flatMap(({ bias }) => [...bias]))
  return (features) => {
    const input = inputOf(vocabulary, features)
    const { means, z } = read(input)
    const shares = tempered(means, kinds.length, calibration.temperature)
    /** A kind is weighed against the shares of all of them, so that what speaks for each kind alike counts for none. */
    const pullTo = (answer: KindCode | 'police' | 'critical'): Float64Array => {
      const pull = new Float64Array(means.length)
      if (answer === 'police') pull[kinds.length] = 1
      else if (answer === 'critical') pull[kinds.length + 1] = 1
      else for (let k = 0; k < kinds.length; k++) pull[k] = (kinds[k] === answer ? 1 : 0) - (shares[k] as number)
      return pull
    }
    return {
      kinds: new Map(kinds.map((kind, k) => [kind, shares[k] as number])),
      police: logistic(logOdds(policeShare(means, police)), calibration.police),
      critical: logistic(logOdds(means[kinds.length + 1] as number), calibration.critical),
      knowsNothing: input.rows.length === 0,
      gist: () => z.map((one, d) => one - (silent[d] as number)),
      wordsFor: (answer) => decidingWords(model, features.reading, input, z, pullTo(answer)),
    }
  }
}
