import type { Channel } from '../../shared/domain/actor.ts'
import type { Assessment } from '../../shared/domain/incident/report.ts'
import { isPoliceNature } from '../../shared/domain/incident/weight.ts'
import type { Kind, KindCode, Nature, Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { BrainData } from './brainData.ts'
import { dangerRules, type Dangers } from './dangers.ts'
import { kindScores, type KindWords } from './kindScores.ts'
import { marksOf } from './marks.ts'
import { plainText } from './plainText.ts'
import { priorsOf, type Priors } from './priors.ts'
import { surroundings } from './surroundings.ts'
import { wholesOf } from './wholeWords.ts'

/** What the brain is told of a report. */
export type ReportFacts = {
  readonly text: string
  readonly channel: Channel
  readonly code110: string | null
  /** When it was received, UTC ms. */
  readonly at: number
  /** Below this confidence the room has a person decide; then any sign of a police matter makes it joint. */
  readonly sureFrom: number
}

/** 研判: says what a report is. The same words always get the same answer. */
export type Classifier = { readonly classify: (facts: ReportFacts) => Assessment }

/** Softmax temperature and the score of "none of these", fitted on labelled narratives so that confidence says how often it is right. */
const temperature = 2
const noneScore = 2.5

/** Below this it does not know what the words mean, whatever the room asks: a police matter in unknown words is possible. */
const lostBelow = 0.35
/** The share of the evidence for matters of police that is a sign of one. */
const signShare = 0.03
/** Police go, or stay as backstop, when at least this share of the evidence speaks for a matter of theirs. */
const policeShare = 0.3

/** Less than this is the channel speaking, not the words. */
const hardlyAny = 0.06

type Ranked = { readonly kind: Kind; readonly confidence: number }

const rank = (taxonomy: Taxonomy, scores: ReadonlyMap<KindCode, number>): readonly Ranked[] => {
  const raised = taxonomy.map((kind) => ({ kind, weight: Math.exp((scores.get(kind.code) ?? 0) / temperature) - 1 }))
  const total = raised.reduce((sum, { weight }) => sum + Math.max(0, weight), Math.exp(noneScore / temperature))
  return raised.map(({ kind, weight }) => ({ kind, confidence: Math.max(0, weight) / total })).sort((a, b) => b.confidence - a.confidence)
}

/** What is left of the words for civil kinds once a rule says that a life is at risk and police must go. */
const civilShareInDanger = 0.5

const addUp = (
  taxonomy: Taxonomy,
  words: ReadonlyMap<KindCode, KindWords>,
  dangers: Dangers,
  priors: Priors,
): ReadonlyMap<KindCode, number> => {
  const isGrave = dangers.fired.some(({ rule, past }) => rule.critical && rule.police && !past)
  const civil = new Set(taxonomy.filter(({ nature }) => !isPoliceNature(nature)).map(({ code }) => code))
  const leaned = new Set(dangers.fired.flatMap(({ rule }) => Object.keys(rule.leans)))
  const share = (kind: KindCode) => (isGrave && civil.has(kind) && !leaned.has(kind) ? civilShareInDanger : 1)
  const scores = new Map<KindCode, number>([...words].map(([kind, { score }]) => [kind, score * share(kind)]))
  const add = (kind: KindCode, weight: number) => scores.set(kind, (scores.get(kind) ?? 0) + weight)
  for (const { rule } of dangers.fired) for (const [kind, weight] of Object.entries(rule.leans)) add(kind, weight)
  for (const [kind, weight] of priors.weights) add(kind, weight)
  return scores
}

const reasonsOf = (dangers: Dangers, priors: Priors, words: readonly string[], unsure: boolean): readonly string[] =>
  [
    ...dangers.fired.map(({ rule, past }) => `rule:${rule.name}${past ? ':past' : ''}`),
    ...(unsure ? ['unsure'] : []),
    ...priors.reasons,
    ...dangers.muted.map(({ rule, why }) => `not:${rule.name}:${why}`),
    ...(words.length > 0 ? [`words:${words.join(' ')}`.slice(0, 80)] : []),
  ].slice(0, 12)

const natureOf = (kind: Nature, policeNeeded: boolean, unsure: boolean): Nature => {
  if (unsure || (policeNeeded && !isPoliceNature(kind))) return 'joint'
  return kind
}

/** The brain's first model: a weighted lexicon under named danger rules. Pure; the taxonomy says what a kind means for the town. */
export const classifier = (taxonomy: Taxonomy, { lexicon, dangers: rules, contexts, spelling, wholeWords }: BrainData): Classifier => {
  const plain = plainText(spelling)
  const around = surroundings(contexts)
  const wholes = wholesOf(wholeWords, plain)
  const findDangers = dangerRules(rules, wholes)
  const scoreKinds = kindScores(taxonomy, lexicon, plain, wholes)
  const prior = priorsOf(taxonomy, contexts)
  const fallback = taxonomy.find(({ code }) => code === contexts.fallback) ?? (taxonomy[0] as Kind)

  return {
    classify: ({ text, channel, code110, sureFrom }) => {
      const words = plain(text)
      const near = around(words)
      const dangers = findDangers(words, near)
      const kinds = scoreKinds(words, near)
      const priors = prior(channel, code110)
      const ranked = rank(taxonomy, addUp(taxonomy, kinds, dangers, priors))
      const best = ranked[0] && ranked[0].confidence > hardlyAny ? ranked[0] : { kind: fallback, confidence: 0 }

      const share = ranked.filter(({ kind }) => isPoliceNature(kind.nature)).reduce((sum, { confidence }) => sum + confidence, 0)
      const byRule = dangers.fired.some(({ rule }) => rule.police) || priors.police
      const unsure = best.confidence < lostBelow || (best.confidence < sureFrom && (byRule || share >= signShare))
      const policeNeeded = isPoliceNature(best.kind.nature) || byRule || unsure || share >= policeShare
      const critical = dangers.fired.some(({ rule, past }) => rule.critical && !past)
      const own = kinds.get(best.kind.code)
      const policeWords = [...kinds].flatMap(([code, { spans }]) => (code.startsWith('P') && code !== best.kind.code ? spans : []))
      return {
        kind: best.kind.code,
        nature: natureOf(best.kind.nature, policeNeeded, unsure),
        urgency: critical ? 'critical' : best.kind.urgency === 'critical' ? 'high' : best.kind.urgency,
        policeNeeded,
        critical,
        confidence: best.confidence,
        alternatives: ranked
          .slice(1, 4)
          .filter(({ confidence }) => confidence > 0.02)
          .map(({ kind, confidence }) => ({ kind: kind.code, confidence })),
        marks: marksOf({
          danger: dangers.fired.flatMap(({ spans }) => spans),
          harmless: [
            ...near.stagedSpans,
            ...dangers.muted.flatMap(({ spans }) => spans),
            ...[...kinds.values()].flatMap(({ denied }) => denied),
          ],
          police: isPoliceNature(best.kind.nature) ? (own?.spans ?? []) : policeWords,
          kind: isPoliceNature(best.kind.nature) ? [] : (own?.spans ?? []),
        }),
        reasons: reasonsOf(dangers, priors, [...new Set(own?.spans.map(([start, end]) => words.slice(start, end)))].slice(0, 6), unsure),
      }
    },
  }
}
