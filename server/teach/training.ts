import type { ModelScores } from '../../shared/contracts/teaching.ts'
import type { LabelledText } from '../../shared/domain/narrative/corpusLine.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Trial } from './lessons.ts'

/** What a training is given. Nothing in it can be learnt from but `taught`. */
export type TrainingJob = {
  readonly taxonomy: Taxonomy
  readonly taught: readonly LabelledText[]
  readonly trials: readonly Trial[]
  /** Models to measure beside the new one and the shipped one, by number. */
  readonly models: readonly { readonly number: number; readonly bytes: Uint8Array }[]
  /** The number that the new model will have. */
  readonly number: number
  /** How sure the room wants the brain to be. */
  readonly sureFrom: number
}

export type TrainingResult = {
  readonly bytes: Uint8Array
  /** Texts of the product that it learnt from as well. */
  readonly shippedTexts: number
  readonly scores: readonly { readonly number: number; readonly scores: ModelScores }[]
}

/** A training under way. `cancel` makes `result` reject at once. */
export type RunningTraining = { readonly result: Promise<TrainingResult>; readonly cancel: () => void }

/** Trains beside the room's own thread; `onStep` tells how far it is. */
export type RunTraining = (job: TrainingJob, onStep: (done: number, of: number) => void) => RunningTraining
