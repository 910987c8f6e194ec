import { isPoliceNature } from '../../shared/domain/incident/weight.ts'
import type { Dangers } from './dangers.ts'
import { logistic, logOdds, type Calibration } from './model/model.ts'
import type { Opinion } from './model/modelReader.ts'
import type { Priors } from './priors.ts'
import type { Ranked } from './rankKinds.ts'

/** Below this it does not know what the words mean, whatever the room asks: a police matter in unknown words is possible. */
const lostBelow = 0.3
/** When it is not sure of the kind, this share of the threshold for police is a sign of them. */
const signShare = 0.5
/** When it does not know what the words mean, this share of it is enough. */
const lostShare = 0.15
/** When a rule yields to what the model is all but sure of, or is told of the past, this share is enough. */
const hintShare = 0.25

/** From here on it is no longer only a possibility. */
const surelyCritical = 0.5

/** A probability moved by steps of log-odds. */
const shifted = (p: number, shift: number): number => (shift === 0 ? p : logistic(logOdds(p), { slope: 1, shift }))

type Grounds = {
  readonly best: Ranked
  readonly opinion: Opinion
  readonly dangers: Dangers
  readonly priors: Priors
  readonly sureFrom: number
}

/** The answers beside the kind. */
export type Verdict = {
  readonly isUnsure: boolean
  readonly policeNeeded: boolean
  readonly critical: boolean
  /** What is so by the model alone, beyond rules and kind: it is said among the reasons, and its words are marked. */
  readonly learnt: readonly ('police' | 'critical')[]
}

/** Rules first, then the model, then doubt: whether police go, whether a life is at risk, and whether a person has to decide. */
export const verdictOf = ({ police, critical }: Calibration, { best, opinion, dangers, priors, sureFrom }: Grounds): Verdict => {
  // What the model holds of no words at all is a habit of its corpus, no sign of anything.
  const likely = opinion.knowsNothing ? 0 : shifted(opinion.police, priors.policeShift)
  const atRisk = opinion.knowsNothing ? 0 : shifted(opinion.critical, priors.policeShift)
  const isHinted = likely >= police.threshold * hintShare
  const isPolice = isPoliceNature(best.kind.nature)

  const byRule = priors.police || dangers.fired.some(({ rule, past }) => rule.police && ((!rule.yields && !past) || isHinted))
  const policeByModel = likely >= police.threshold
  const isSign = byRule || isPolice || likely >= police.threshold * signShare
  const isLost = best.confidence < lostBelow && (isSign || opinion.knowsNothing || likely >= police.threshold * lostShare)
  const isUnsure = isLost || (best.confidence < sureFrom && isSign)

  const criticalByRule = dangers.fired.some(({ rule, past }) => rule.critical && !past)
  // What the rules know to be told of the past is no risk now on a mere possibility.
  const isPast = dangers.fired.length > 0 && dangers.fired.every(({ past }) => past)
  const criticalByModel = !criticalByRule && atRisk >= (isPast ? surelyCritical : critical.threshold)
  // Gas, chemicals, a locked door: where police stand beside the force that goes, they go when a life is surely at risk.
  const asBackstop = (criticalByRule || atRisk >= surelyCritical) && best.kind.supportForces.includes('police')
  return {
    isUnsure,
    policeNeeded: isPolice || byRule || policeByModel || isUnsure || asBackstop,
    critical: criticalByRule || criticalByModel,
    learnt: [
      ...((policeByModel || asBackstop) && !byRule && !isPolice ? (['police'] as const) : []),
      ...(criticalByModel ? (['critical'] as const) : []),
    ],
  }
}
