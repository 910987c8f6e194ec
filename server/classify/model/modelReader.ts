import { isPoliceNature } from '../../../shared/domain/incident/weight.ts'
import type { KindCode, Nature } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Span } from '../phrase.ts'
import { decidingWords } from './decidingWords.ts'
import type { Features } from './features.ts'
import { membersReader } from './members.ts'
import { logistic, logOdds, policeShare, tempered, type Model } from './model.ts'
import { inputOf, vocabularyOf } from './vocabulary.ts'

export type Opinion = {
  /** Probabilities that sum to 1. */
  readonly kinds: ReadonlyMap<KindCode, number>
  readonly police: number
  readonly critical: number
  /** No word of the text is known to the model; that it is short says nothing of it. */
  readonly knowsNothing: boolean
  /** What the words come to before any answer is drawn from them; texts about the same thing point the same way. */
  readonly gist: () => Float32Array
  /** Where the words stand that speak for a kind, or for police, or for a life at risk; heaviest first. None for a kind it has not learnt. */
  readonly wordsFor: (answer: KindCode | 'police' | 'critical') => readonly Span[]
}

/**
 * Asks a model; `natureOf` says what a kind of it means for the town, undefined for one that the town does not have.
 * It is pure: the same features get the same opinion.
 */
export const modelReader = (model: Model, natureOf: (kind: KindCode) => Nature | undefined): ((features: Features) => Opinion) => {
  const { kinds, hashes, calibration } = model
  const vocabulary = vocabularyOf(hashes)
  const read = membersReader(model)
  const natures = kinds.map(natureOf)
  const unmoved = Float32Array.from(model.members.flatMap(({ bias }) => [...bias]))
  const police = natures.map((nature) => nature !== undefined && isPoliceNature(nature))
  return (features) => {
    const input = inputOf(vocabulary, features)
    const { means, z } = read(input)
    const shares = tempered(means, kinds.length, calibration.temperature)
    // Who only asks needs nobody at once.
    const left = natures.reduce((rest, nature, k) => (nature === 'enquiry' ? rest - (shares[k] as number) : rest), 1)
    /** A kind is weighed against the others by their shares, however small: what speaks for each kind alike counts for none. */
    const pullTo = (answer: KindCode | 'police' | 'critical'): Float64Array => {
      const pull = new Float64Array(means.length)
      if (answer === 'police') pull[kinds.length] = 1
      else if (answer === 'critical') pull[kinds.length + 1] = 1
      const own = kinds.indexOf(answer)
      if (own < 0) return pull
      const others = shares.reduce((sum, one, k) => sum + (k === own ? 0 : one), 0)
      for (let k = 0; k < kinds.length; k++) pull[k] = k === own ? 1 : -(shares[k] as number) / others
      return pull
    }
    return {
      kinds: new Map(kinds.map((kind, k) => [kind, shares[k] as number])),
      police: logistic(logOdds(policeShare(means, police)), calibration.police) * left,
      critical: logistic(logOdds(means[kinds.length + 1] as number), calibration.critical) * left,
      knowsNothing: input.places.every((place) => place < 0),
      gist: () => z.map((one, d) => one - (unmoved[d] as number)),
      wordsFor: (answer) => decidingWords(model, features.reading, input, z, pullTo(answer)),
    }
  }
}

/** What is said of a text in which nothing is said: no kind is likelier than another. */
export const silentOpinion = ({ kinds, width, members }: Model): Opinion => ({
  kinds: new Map(kinds.map((kind) => [kind, 1 / kinds.length])),
  police: 0,
  critical: 0,
  knowsNothing: true,
  gist: () => new Float32Array(width * members.length),
  wordsFor: () => [],
})
