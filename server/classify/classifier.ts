import type { Assessment } from '../../shared/domain/incident/report.ts'
import { isPoliceNature } from '../../shared/domain/incident/weight.ts'
import type { Sounds } from '../../shared/domain/language/sounds.ts'
import type { Kind, Nature, Taxonomy, Urgency } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { BrainData } from './brainData.ts'
import type { Dangers } from './dangers.ts'
import { evidenceReader } from './evidence.ts'
import { marksOf } from './marks.ts'
import { featureReader } from './model/features.ts'
import type { Model } from './model/model.ts'
import { modelReader, silentOpinion, type Opinion } from './model/modelReader.ts'
import { onceEach } from './onceEach.ts'
import type { SaidPlace } from './place/placeFinder.ts'
import type { Span } from './phrase.ts'
import { plainText } from './plainText.ts'
import { priorsOf, type Circumstances, type Priors } from './priors.ts'
import { rankKinds } from './rankKinds.ts'
import { verdictOf, type Verdict } from './verdict.ts'

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

/** A single character is a sigh, whatever it is. */
const saysSomething = /\p{L}.*\p{L}/su

const longestReason = 80

const reasonsOf = (dangers: Dangers, priors: Priors, { isUnsure, learnt }: Verdict, words: readonly string[]): readonly string[] =>
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

/** A kind that is critical by its name is only grave when nobody's life is at risk. */
const urgencyOf = (kind: Urgency, critical: boolean): Urgency => (critical ? 'critical' : kind === 'critical' ? 'high' : kind)

/**
 * 研判. A model weighs all words; named danger rules stand above it: where one of them fires, police go and a life is at risk
 * as the rule says, however safe the model feels. The taxonomy says what a kind means for the town.
 * Words and rules are made ready once, for however many models.
 */
export const classifiers = (taxonomy: Taxonomy, data: BrainData): ((learnt: Learnt) => Classifier) => {
  const evidenceOf = evidenceReader(taxonomy, data)
  const plainOf = plainText(data.spelling)
  const natures = new Map(taxonomy.map(({ code, nature }) => [code, nature]))
  const prior = priorsOf(taxonomy, data.contexts)
  const fallback = taxonomy.find(({ code }) => code === data.contexts.fallback) ?? (taxonomy[0] as Kind)

  return ({ model, sounds, placesIn: findPlaces }) => {
    const featuresOf = featureReader(sounds)
    const ask = modelReader(model, (kind) => natures.get(kind))
    const silent = silentOpinion(model)
    const placesIn = onceEach(findPlaces)
    const readText = onceEach((text) => {
      const evidence = evidenceOf(text)
      const opinion = saysSomething.test(evidence.plain) ? ask(featuresOf(evidence.plain, evidence.signals)) : silent
      return { evidence, opinion }
    })

    return {
      placesIn: (text) => placesIn(plainOf(text)),
      hear: (text) => {
        const { kinds, gist } = readText(text).opinion
        return { kinds, gist: gist() }
      },
      classify: ({ text, sureFrom, ...circumstances }) => {
        const { evidence, opinion } = readText(text)
        const { plain, around, harmless, dangers, kinds } = evidence
        const priors = prior(circumstances)
        const ranked = rankKinds(taxonomy, opinion.kinds, kinds, priors)
        const saysNothing = opinion.knowsNothing && kinds.size === 0 && priors.reasons.length === 0
        const best = saysNothing || !ranked[0] ? { kind: fallback, confidence: 0 } : ranked[0]
        const verdict = verdictOf(model.calibration, { best, opinion, dangers, priors, sureFrom })
        const { isUnsure, policeNeeded, critical, learnt } = verdict

        const isPolice = isPoliceNature(best.kind.nature)
        const wordsFor = ({ code }: Kind) => (opinion.kinds.has(code) ? opinion.wordsFor(code) : (kinds.get(code)?.spans ?? []))
        const isHarmless = ([start, end]: Span) => harmless.some(([from, to]) => from <= start && end <= to)
        const learntWords = (what: 'police' | 'critical') =>
          learnt.includes(what) ? opinion.wordsFor(what).filter((span) => !isHarmless(span)) : []
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
            danger: [...dangers.fired.flatMap(({ spans }) => spans), ...learntWords('critical')],
            harmless: [
              ...around.stagedSpans,
              ...dangers.muted.flatMap(({ spans }) => spans),
              ...[...kinds.values()].flatMap(({ denied }) => denied),
            ],
            police: isPolice ? kindWords : learntWords('police'),
            kind: isPolice ? [] : kindWords,
            place: placesIn(plain).map(({ start, end }) => [start, end] as const),
          }),
          reasons: reasonsOf(
            dangers,
            priors,
            verdict,
            kindWords.map(([start, end]) => plain.slice(start, end)),
          ),
        }
      },
    }
  }
}

/** One classifier alone: see `classifiers`. */
export const classifier = (taxonomy: Taxonomy, data: BrainData, learnt: Learnt): Classifier => classifiers(taxonomy, data)(learnt)
