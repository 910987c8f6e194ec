import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { measures, shippedNumber, type ModelScores, type Share } from '../../../shared/contracts/teaching.ts'
import { loadBrainData, type BrainData } from '../../classify/brainData.ts'
import { classifiers, type Classifier, type Learnt } from '../../classify/classifier.ts'
import { evidenceReader } from '../../classify/evidence.ts'
import { readCorpus } from '../../classify/learning/corpusFiles.ts'
import { learnModel, recipe, type Recipe, type Source } from '../../classify/learning/learnModel.ts'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { loadLearnt } from '../../classify/loadLearnt.ts'
import { featureReader } from '../../classify/model/features.ts'
import type { Model } from '../../classify/model/model.ts'
import { readModel, writeModel } from '../../classify/model/modelFile.ts'
import type { TrainingJob, TrainingResult } from '../../teach/training.ts'
import type { Measured } from '../evaluate/intervals.ts'
import { scoresOf, type Judged } from '../evaluate/scores.ts'

/** What the product brings to a training. */
export type Shipped = {
  readonly data: BrainData
  readonly learnt: Learnt
  readonly sources: readonly Source[]
  readonly fingerprint: string
}

export const loadShipped = async (resources: string): Promise<Shipped> => {
  const brain = join(resources, 'brain')
  const [data, learnt, corpus] = await Promise.all([loadBrainData(brain), loadLearnt(brain), readCorpus(join(resources, 'corpus'))])
  return { data, learnt, ...corpus }
}

/** What is said in this room counts so much more than what was written for every room. */
const roomWeight = 3

const shareOf = ({ value, low, high, of }: Measured): Share =>
  of === 0 ? { value: null, low: null, high: null, of } : { value, low, high, of }

const drawnFrom = 1

/** A model's answers to the trials, as the room would have had them. */
const measure = ({ trials, sureFrom }: TrainingJob, { classify }: Classifier): ModelScores => {
  const rows = trials.map(({ text, channel, code110, kinds, policeNeeded, critical }): Judged => {
    const seen = classify({ text, channel, code110, hour: null, earlier: [], sureFrom })
    return { id: '', text, kinds, policeNeeded, critical, force: null, seen, seenForce: null }
  })
  const scores = scoresOf(rows, seededRandom(drawnFrom))
  return Object.fromEntries(measures.map((name) => [name, shareOf(scores[name])])) as ModelScores
}

type Options = { readonly how?: Recipe; readonly onStep?: (done: number, of: number) => void }

/**
 * Learns from the product's texts and the room's, then measures the new model, the shipped one and those that are kept
 * on the trials. Some minutes of one core: run it beside the room's own thread.
 */
export const teachAndMeasure = (
  job: TrainingJob,
  shipped: Shipped,
  { how = recipe, onStep = () => undefined }: Options = {},
): TrainingResult => {
  const { taxonomy, taught, models, number } = job
  const { data, learnt, sources, fingerprint } = shipped
  const learning = how.folds * how.membersJudged + how.members
  const of = learning + models.length + 2
  let steps = 0
  const step = () => onStep(++steps, of)

  const room: Source = { name: 'room', texts: taught, isLikeTheRoom: true, weight: roomWeight }
  const corpus = createHash('sha256').update(fingerprint).update(JSON.stringify(taught)).digest('hex')
  const made = learnModel(
    [...sources, room],
    taxonomy,
    { evidence: evidenceReader(taxonomy, data), features: featureReader(learnt.sounds) },
    { seed: number, corpus },
    { onMember: step, how },
  )
  // A file's weights are rounded: measured is what will be in force.
  const bytes = writeModel(made)
  // Where nothing was held back, parts of the learning are left out.
  steps = learning
  const classifierOf = classifiers(taxonomy, data)
  const measured = (one: number, model: Model) => {
    const scores = measure(job, classifierOf({ ...learnt, model }))
    step()
    return { number: one, scores }
  }
  const scores = [
    measured(number, readModel(bytes)),
    measured(shippedNumber, learnt.model),
    ...models.map((kept) => measured(kept.number, readModel(Buffer.from(kept.bytes)))),
  ]
  return { bytes, shippedTexts: sources.reduce((sum, { texts }) => sum + texts.length, 0), scores }
}
