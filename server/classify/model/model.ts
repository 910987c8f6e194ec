import type { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Span } from '../phrase.ts'
import { decidingWords } from './decidingWords.ts'
import type { Features } from './features.ts'
import { forward, scratchOf, type Network } from './network.ts'
import { inputOf, vocabularyOf } from './vocabulary.ts'

/** How sums become probabilities that are right as often as they say; fitted on texts of writers whom the model had not read. */
export type Calibration = {
  /** Sums of kinds are divided by it before the softmax. */
  readonly temperature: number
  readonly police: Sureness
  readonly critical: Sureness
}

/** Probability = logistic(slope · sum + shift), after Platt 1999; from `threshold` on the answer is yes. */
export type Sureness = { readonly slope: number; readonly shift: number; readonly threshold: number }

/** Where a model comes from. */
export type Origin = {
  readonly seed: number
  /** SHA-256 of what it learnt from. */
  readonly corpus: string
  readonly texts: number
}

export type Model = {
  readonly kinds: readonly KindCode[]
  /** Hash of the feature of each row of the network. */
  readonly hashes: Int32Array
  readonly network: Network
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
  /** Where the words stand that speak for a kind, or for police; heaviest first. */
  readonly wordsFor: (answer: KindCode | 'police' | 'critical') => readonly Span[]
}

export const logistic = (sum: number, { slope, shift }: Pick<Sureness, 'slope' | 'shift'>): number =>
  1 / (1 + Math.exp(-(slope * sum + shift)))

/** Softmax at a temperature. */
export const softmax = (sums: ArrayLike<number>, count: number, temperature: number): Float64Array => {
  let most = -Infinity
  for (let k = 0; k < count; k++) most = Math.max(most, sums[k] as number)
  const raised = Float64Array.from({ length: count }, (_, k) => Math.exp(((sums[k] as number) - most) / temperature))
  const total = raised.reduce((sum, one) => sum + one, 0)
  return raised.map((one) => one / total)
}

/** Asks a model. It is pure: the same features get the same opinion. */
export const modelReader = ({ kinds, hashes, network, calibration }: Model): ((features: Features) => Opinion) => {
  const vocabulary = vocabularyOf(hashes)
  const scratch = scratchOf(network)
  return (features) => {
    const input = inputOf(vocabulary, features)
    const sums = forward(network, input, scratch).slice()
    const z = scratch.z.slice()
    const shares = softmax(sums, kinds.length, calibration.temperature)
    /** A kind is weighed against the shares of all of them, so that what speaks for each kind alike counts for none. */
    const pullTo = (answer: KindCode | 'police' | 'critical'): Float64Array => {
      const pull = new Float64Array(sums.length)
      if (answer === 'police') pull[kinds.length] = 1
      else if (answer === 'critical') pull[kinds.length + 1] = 1
      else for (let k = 0; k < kinds.length; k++) pull[k] = (kinds[k] === answer ? 1 : 0) - (shares[k] as number)
      return pull
    }
    return {
      kinds: new Map(kinds.map((kind, k) => [kind, shares[k] as number])),
      police: logistic(sums[kinds.length] as number, calibration.police),
      critical: logistic(sums[kinds.length + 1] as number, calibration.critical),
      knowsNothing: input.rows.length === 0,
      wordsFor: (answer) => decidingWords(network, features.reading, input, z, pullTo(answer)),
    }
  }
}

