import type { Assessment } from '../../shared/domain/incident/report.ts'
import { isPoliceNature } from '../../shared/domain/incident/weight.ts'
import type { Sounds } from '../../shared/domain/language/sounds.ts'
import type { Kind, Nature, Taxonomy, Urgency } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { BrainData } from './brainData.ts'
import type { Dangers } from './dangers.ts'
import { evidenceReader } from './evidence.ts'
import { marksOf } from './marks.ts'
import { featureReader } from './model/features.ts'
import { logistic, logOdds, type Model } from './model/model.ts'
import { modelReader, silentOpinion, type Opinion } from './model/modelReader.ts'
import type { SaidPlace } from './place/placeFinder.ts'
import { plainText } from './plainText.ts'
import { priorsOf, type Circumstances, type Priors } from './priors.ts'
import { rankKinds } from './rankKinds.ts'

/** What the brain has learnt, and how it hears. */
export type Learnt = {
  readonly model: Model
  readonly sounds: Sounds
  /** The words of a plain text that say where, surest first. */
  readonly placesIn: (plain: string) => readonly SaidPlace[]
}

/** What the brain is told of a report. */
export type ReportFacts = Circumstances & {
  readonly text: string
  /** Below this confidence the room has a person decide; then any sign of a police matter makes it joint. */
  readonly sureFrom: number
}

/** 研判: says what a report is. The same words always get the same answer. */
export type Classifier = {
  readonly classify: (facts: ReportFacts) => Assessment
  /** The words of a text that say where, surest first; offsets in the text as it was given. */
  readonly placesIn: (text: string) => readonly SaidPlace[]
  /** What the model makes of the words alone, for comparing them with others. */
  readonly hear: (text: string) => Pick<Opinion, 'kinds'> & { readonly gist: Float32Array }
}

/** Below this it does not know what the words mean, whatever the room asks: a police matter in unknown words is possible. */
const lostBelow = 0.25
/** When it is not sure of the kind, this share of the threshold for police is a sign of them. */
const signShare = 0.5
/** When it does not know what the words mean, this share is enough. */
const hintShare = 0.25

/** From here on it is no longer only a possibility. */
const surelyCritical = 0.5

/** A probability moved by steps of log-odds. */
const shifted = (p: number, shift: number): number => (shift === 0 ? p : logistic(logOdds(p), { slope: 1, shift }))

/** A single character is a sigh, whatever it is. */
const saysSomething = /\p{L}.*\p{L}/su

type Grounds = {
  readonly dangers: Dangers
  readonly priors: Priors
  readonly isUnsure: boolean
  /** What the model says beyond the rules. */
  readonly learnt: readonly ('police' | 'critical')[]
  readonly words: readonly string[]
}

const longestReason = 80

const reasonsOf = ({ dangers, priors, isUnsure, learnt, words }: Grounds): readonly string[] =>
  [
    ...dangers.fired.map(({ rule, past }) => `rule:${rule.name}${past ? ':past' : ''}`),
    ...(isUnsure ? ['unsure'] : []),
    ...learnt.map((what) => `model:${what}`),
    ...priors.reasons,
    ...dangers.muted.map(({ rule, why }) => `not:${rule.name}:${why}`),
    ...(words.length > 0 ? [`words:${words.join(' ')}`.slice(0, longestReason)] : []),
  ].slice(0, 12)

const natureOf = (kind: Nature, policeNeeded: boolean, isUnsure: boolean): Nature =>
  isUnsure || (policeNeeded && !isPoliceNature(kind)) ? 'joint' : kind

const inDanger: ReadonlySet<Urgency> = new Set(['critical'])

/** A kind that is critical by its name is only grave when nobody's life is at risk. */
const urgencyOf = (kind: Urgency, critical: boolean): Urgency => (critical ? 'critical' : inDanger.has(kind) ? 'high' : kind)

/** Answers the same text again without asking: a report is classified, located and compared in one go. */
const onceEach = <Answer>(ask: (text: string) => Answer): ((text: string) => Answer) => {
  let last: { readonly text: string; readonly answer: Answer } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, answer: ask(text) }
    return last.answer
  }
}

/**
 * 研判. A model weighs all words; named danger rules stand above it: where one of them fires, police go and a life is at risk
 * as the rule says, however safe the model feels. The taxonomy says what a kind means for the town.
 */
export const classifier = (taxonomy: Taxonomy, data: BrainData, { model, sounds, placesIn }: Learnt): Classifier => {
  const evidenceOf = evidenceReader(taxonomy, data)
  const plainOf = plainText(data.spelling)
  const featuresOf = featureReader(sounds)
  const natures = new Map(taxonomy.map(({ code, nature }) => [code, nature]))
  const ask = modelReader(model, (kind) => natures.get(kind))
  const silent = silentOpinion(model)
  const readText = onceEach((text) => {
    const evidence = evidenceOf(text)
    const opinion = saysSomething.test(evidence.plain) ? ask(featuresOf(evidence.plain, evidence.signals)) : silent
    return { evidence, opinion }
  })
  const prior = priorsOf(taxonomy, data.contexts)
  const fallback = taxonomy.find(({ code }) => code === data.contexts.fallback) ?? (taxonomy[0] as Kind)
  const { police: policeSure, critical: criticalSure } = model.calibration

  return {
    placesIn: (text) => placesIn(plainOf(text)),
    hear: (text) => {
      const { kinds, gist } = readText(text).opinion
      return { kinds, gist: gist() }
    },
    classify: ({ text, sureFrom, ...circumstances }) => {
      const { evidence, opinion } = readText(text)
      const { plain, around, dangers, kinds } = evidence
      const priors = prior(circumstances)
      const ranked = rankKinds(taxonomy, opinion.kinds, kinds, priors)
      const saysNothing = opinion.knowsNothing && kinds.size === 0 && priors.reasons.length === 0
      const best = saysNothing || !ranked[0] ? { kind: fallback, confidence: 0 } : ranked[0]

      // What the model holds of no words at all is a habit of its corpus, no sign of anything.
      const police = opinion.knowsNothing ? 0 : shifted(opinion.police, priors.policeShift)
      const atRisk = opinion.knowsNothing ? 0 : shifted(opinion.critical, priors.policeShift)
      const byRule =
        priors.police || dangers.fired.some(({ rule }) => rule.police && (!rule.yields || police >= policeSure.threshold * hintShare))
      const byModel = police >= policeSure.threshold
      const sign = byRule || isPoliceNature(best.kind.nature) || police >= policeSure.threshold * signShare
      const isLost = best.confidence < lostBelow && (sign || opinion.knowsNothing || police >= policeSure.threshold * hintShare)
      const isUnsure = isLost || (best.confidence < sureFrom && sign)
      const criticalByRule = dangers.fired.some(({ rule, past }) => rule.critical && !past)
      // What the rules know to be told of the past is no risk now on a mere possibility.
      const isPast = dangers.fired.length > 0 && dangers.fired.every(({ past }) => past)
      const criticalFrom = isPast ? surelyCritical : criticalSure.threshold
      const critical = criticalByRule || atRisk >= criticalFrom
      // Gas, chemicals, a locked door: where police stand beside the force that goes, they go when a life is surely at risk.
      const asBackstop = (criticalByRule || atRisk >= surelyCritical) && best.kind.supportForces.includes('police')
      const policeNeeded = isPoliceNature(best.kind.nature) || byRule || byModel || isUnsure || asBackstop

      const isPolice = isPoliceNature(best.kind.nature)
      const wordsFor = ({ code }: Kind) => (opinion.kinds.has(code) ? opinion.wordsFor(code) : (kinds.get(code)?.spans ?? []))
      const kindWords = best.confidence > 0 ? wordsFor(best.kind) : []
      return {
        kind: best.kind.code,
        nature: natureOf(best.kind.nature, policeNeeded, isUnsure),
        urgency: urgencyOf(best.kind.urgency, critical),
        policeNeeded,
        critical,
        confidence: Math.min(1, best.confidence),
        alternatives: ranked
          .slice(1, 4)
          .filter(({ confidence }) => confidence > 0.02)
          .map(({ kind, confidence }) => ({ kind: kind.code, confidence: Math.min(1, confidence) })),
        marks: marksOf({
          danger: [...dangers.fired.flatMap(({ spans }) => spans), ...(critical && !criticalByRule ? opinion.wordsFor('critical') : [])],
          harmless: [
            ...around.stagedSpans,
            ...dangers.muted.flatMap(({ spans }) => spans),
            ...[...kinds.values()].flatMap(({ denied }) => denied),
          ],
          police: isPolice ? kindWords : byModel ? opinion.wordsFor('police') : [],
          kind: isPolice ? [] : kindWords,
          place: placesIn(plain).map(({ start, end }) => [start, end] as const),
        }),
        reasons: reasonsOf({
          dangers,
          priors,
          isUnsure,
          learnt: [
            ...((byModel || asBackstop) && !byRule && !isPolice ? ['police' as const] : []),
            ...(critical && !criticalByRule ? ['critical' as const] : []),
          ],
          words: kindWords.map(([start, end]) => plain.slice(start, end)),
        }),
      }
    },
  }
}
