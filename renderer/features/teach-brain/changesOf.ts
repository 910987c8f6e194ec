import { fewCases, measures, type Measure, type ModelScores, type Share } from '../../../shared/contracts/teaching.ts'

/** What one measure says of two models. */
export type Change = {
  readonly measure: Measure
  readonly from: Share
  readonly to: Share
  /** `unknown`: one of them has no case. */
  readonly is: 'better' | 'worse' | 'same' | 'unknown'
  /** The intervals overlap: another hundred incidents could show the opposite. */
  readonly mayBeChance: boolean
  readonly isFew: boolean
}

const changeOf = (measure: Measure, from: Share, to: Share): Change => {
  const isFew = Math.min(from.of, to.of) < fewCases
  const told = { measure, from, to, isFew }
  if (from.value === null || to.value === null) return { ...told, is: 'unknown', mayBeChance: true }
  const mayBeChance = (to.low ?? 0) <= (from.high ?? 1) && (from.low ?? 0) <= (to.high ?? 1)
  if (from.value === to.value) return { ...told, is: 'same', mayBeChance }
  return { ...told, is: to.value > from.value ? 'better' : 'worse', mayBeChance }
}

/** How a model does beside the one in force, measure by measure. */
export const changesOf = (from: ModelScores, to: ModelScores): readonly Change[] =>
  measures.map((measure) => changeOf(measure, from[measure], to[measure]))

/** Measures whose fall means that people are not helped. */
const grave: readonly Measure[] = ['policeRecall', 'criticalRecall']

/** What nobody should put in force without having read it. */
export const dangersOf = (changes: readonly Change[]): readonly Measure[] =>
  changes.filter(({ measure, is }) => is === 'worse' && grave.includes(measure)).map(({ measure }) => measure)
