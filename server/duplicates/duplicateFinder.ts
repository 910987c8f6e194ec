import type { Sounds } from '../../shared/domain/language/sounds.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { DuplicateCandidate } from '../../shared/domain/incident/incident.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { kindTraits } from './kindTraits.ts'
import { commonBySound, type LearntDuplicates } from './learntDuplicates.ts'
import type { MatterFacts } from './matterFacts.ts'
import { nearbyIndex } from './nearbyIndex.ts'
import { openMatters, type LearntSigns } from './openMatters.ts'
import { roomSignsOf, type Outward } from './roomSigns.ts'
import { oddsOf, probability, reasonsOf, type Weights } from './signs.ts'
import { soundPairs } from './soundPairs.ts'
import { tellingReader, type Heard, type Telling } from './telling.ts'

/** 重复研判: knows the open matters of a town and which of them a new one may be. */
export type DuplicateFinder = {
  /** Adds an open matter, or replaces what is known of it. */
  readonly add: (facts: MatterFacts) => void
  readonly remove: (id: IncidentId) => void
  /** Open matters that the new one may be, likeliest first; at most five, none below the least that is asked for. */
  readonly propose: (facts: MatterFacts, least?: number) => readonly DuplicateCandidate[]
}

export type DuplicateNeeds = {
  readonly taxonomy: Taxonomy
  readonly learnt: LearntDuplicates
  readonly sounds: Sounds
  readonly hear: (text: string) => Heard
}

/** A room is shown what is more likely one matter than not. */
const shownFrom = 0.5
/** An open matter is not compared with one that was last heard of longer ago. */
const longestMs = 12 * 3_600_000
/** Texts are compared only with the nearest in place and time: comparing them is the dear part. */
const mostRead = 80
const most = 5
const mostReasons = 6
/** Texts that were read last: the one that is asked about is mostly added a moment later. */
const mostKept = 2_000

/** A person has chosen the kind: the words no longer matter for it. */
const chosen = 1

const weightsOf = ({ bias, learnt, byHand }: LearntDuplicates): Weights => ({ bias, ...learnt, ...byHand }) as Weights

/** Keeps the open matters of one town by place, phone and age; answers in a few milliseconds however many are open. */
export const duplicateFinder = ({ taxonomy, learnt, sounds, hear }: DuplicateNeeds): DuplicateFinder => {
  const pairsOf = soundPairs(sounds)
  const kinds = taxonomy.map(({ code }) => code)
  const read = tellingReader({ pairsOf, kinds })
  const weights = weightsOf(learnt)
  const common = { words: commonBySound(learnt.words, pairsOf), places: commonBySound(learnt.places, pairsOf) }
  const matters = openMatters<IncidentId>(kindTraits(taxonomy), common)
  const index = nearbyIndex()
  const open = new Map<IncidentId, MatterFacts>()
  const readings = new Map<string, Telling>()

  const readText = (text: string): Telling => {
    const telling = readings.get(text) ?? read(text, hear(text))
    readings.delete(text)
    readings.set(text, telling)
    const [oldest] = readings.keys()
    if (readings.size > mostKept && oldest !== undefined) readings.delete(oldest)
    return telling
  }
  const tellingOf = (text: string, { kind, kindConfidence }: MatterFacts): Telling => {
    const telling = readText(text)
    const isHeard = telling.kinds.some((root) => root > 0)
    if (isHeard && kindConfidence < chosen) return telling
    return { ...telling, kinds: Float64Array.from(kinds, (code) => (code === kind ? Math.sqrt(kindConfidence) : 0)) }
  }

  const remove = (id: IncidentId) => {
    const facts = open.get(id)
    if (!facts) return
    open.delete(id)
    index.remove(facts)
    matters.remove(id)
  }

  // Neighbours behind two doors of one house have two matters, unless it is more than one household's.
  const otherDoor = (signs: LearntSigns) => Math.min(1, signs['number-unlike']) * signs.private

  const candidateOf = (facts: MatterFacts, known: MatterFacts, outward: Outward, all: readonly LearntSigns[]) => {
    const odds = all.map((signs) => oddsOf(weights, signs) + weights['other-door'] * otherDoor(signs))
    const likeliest = odds.indexOf(Math.max(...odds))
    const best = all[likeliest] as LearntSigns
    const signs = { ...best, ...outward.signs, 'other-door': otherDoor(best) }
    return { facts, known, outward, signs, score: probability(oddsOf(weights, signs)) }
  }
  const reasonsFor = ({ facts, known, outward, signs }: ReturnType<typeof candidateOf>): readonly string[] => {
    const minutes = Math.round(Math.abs(facts.openedAt - known.lastAt) / 60_000)
    const reasons = [outward.within, ...reasonsOf(weights, signs, mostReasons), `minutes:${minutes}`]
    return reasons.filter((reason) => reason !== null)
  }

  return {
    remove,
    add: (facts) => {
      remove(facts.id)
      open.set(facts.id, facts)
      index.add(facts)
      matters.set(
        facts.id,
        facts.texts.map((text) => tellingOf(text, facts)),
        facts.lastAt,
      )
    },
    propose: (facts, least = shownFrom) => {
      const fresh = facts.texts.map((text) => tellingOf(text, facts))
      return index
        .near(facts)
        .flatMap((id) => {
          const known = open.get(id)
          if (!known || id === facts.id || facts.openedAt - known.lastAt > longestMs) return []
          const outward = roomSignsOf(facts, known)
          return outward.signs['far-off'] === 1 ? [] : [{ known, outward }]
        })
        .sort((a, b) => (b.outward.together ?? 0.5) - (a.outward.together ?? 0.5) || b.known.lastAt - a.known.lastAt)
        .slice(0, mostRead)
        .flatMap(({ known, outward }) => {
          const matter = matters.get(known.id)
          if (!matter) return []
          const all = fresh.flatMap((telling) => matters.compare(telling, matter, facts.openedAt, outward.together))
          return all.length === 0 ? [] : [candidateOf(facts, known, outward, all)]
        })
        .filter(({ score }) => score >= least)
        .sort((a, b) => b.score - a.score || a.known.openedAt - b.known.openedAt)
        .slice(0, most)
        .map((one) => ({ of: one.known.id, score: one.score, reasons: reasonsFor(one) }))
    },
  }
}
