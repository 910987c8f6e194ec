import { distanceM } from '../../shared/domain/geo/point.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { DuplicateCandidate } from '../../shared/domain/incident/incident.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { kindCloseness } from './kindCloseness.ts'
import type { MatterFacts } from './matterFacts.ts'
import { nearbyIndex } from './nearbyIndex.ts'
import { pairsOf, rarity, type Pairs } from './wordLikeness.ts'

/** 重复研判: knows the open matters of a town and which of them a new one may be. */
export type DuplicateFinder = {
  /** Adds an open matter, or replaces what is known of it. */
  readonly add: (facts: MatterFacts) => void
  readonly remove: (id: IncidentId) => void
  /** Open matters that the new one may be, likeliest first; at most five, none below one half. */
  readonly propose: (facts: MatterFacts, now: number) => readonly DuplicateCandidate[]
}

type Evidence =
  | 'prior'
  | 'sameBuilding'
  | 'samePlace'
  | 'sameGrid'
  | 'placeUnknown'
  | 'elsewhere'
  | 'sameKind'
  | 'samePrivateKind'
  | 'nearKind'
  | 'otherKind'
  | 'privateMatter'
  | 'otherRoom'
  | 'fresh'
  | 'stale'
  | 'words'
  | 'samePhone'

/** Evidence in log-odds: what a person at the desk would need to hear to say "the same one", tried on storms and on busy houses. */
const evidence: Readonly<Record<Evidence, number>> = {
  prior: -2.6,
  sameBuilding: 2.2,
  samePlace: 2.2,
  sameGrid: 0.6,
  placeUnknown: 0.2,
  elsewhere: -4,
  sameKind: 1.8,
  samePrivateKind: 0.8,
  nearKind: 0.9,
  otherKind: -2.8,
  privateMatter: -1.4,
  otherRoom: -1.6,
  fresh: 0.8,
  stale: -2.2,
  words: 4.5,
  samePhone: 2.4,
}

/** Two callers who stand at the same thing name points this far apart, metres. */
const sameSpotM = 60
/** An open matter is not compared with one that began longer ago. */
const longestMs = 12 * 3_600_000
/** Words are compared only for the likeliest by place, time and kind: comparing texts is the dear part. */
const mostRead = 40
const least = 0.5
/** From here on a kind is believed when it says that a matter is one household's own. */
const sureOfKind = 0.5
const most = 5

type Part = { readonly odds: number; readonly reason: string | null }
type Known = { readonly facts: MatterFacts; readonly pairs: Pairs; readonly rooms: ReadonlySet<string> }

const probability = (odds: number) => 1 / (1 + Math.exp(-odds))

const roomsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/(?:单元|幢|座|栋|楼)?([0-9]{3,4})(?:室|住户|房|号房)?(?![0-9元米分年月日号:：])/g)].map(
        ([, room]) => room as string,
      ),
    ),
  )

const byPlace = (a: MatterFacts, b: MatterFacts): Part => {
  if (a.building !== null && a.building === b.building) return { odds: evidence.sameBuilding, reason: 'same-building' }
  if (a.point && b.point) {
    const metres = distanceM(a.point, b.point)
    const reach = sameSpotM + a.uncertaintyM + b.uncertaintyM
    const odds =
      evidence.samePlace * Math.exp(-((metres / reach) ** 2)) + evidence.elsewhere * Math.min(1, Math.max(0, metres / reach - 1.5) / 1.5)
    return { odds, reason: metres <= reach * 1.5 ? `within:${Math.round(metres)}m` : null }
  }
  if (a.grid !== null && b.grid !== null) {
    return a.grid === b.grid ? { odds: evidence.sameGrid, reason: 'same-grid' } : { odds: evidence.elsewhere / 2, reason: null }
  }
  return { odds: evidence.placeUnknown, reason: 'place-unknown' }
}

const byPhone = (a: MatterFacts, b: MatterFacts): Part =>
  a.phones.some((phone) => phone !== '' && b.phones.includes(phone))
    ? { odds: evidence.samePhone, reason: 'same-phone' }
    : { odds: 0, reason: null }

const areApart = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size > 0 && b.size > 0 && ![...a].some((room) => b.has(room))

/** Compares what is cheap to compare: place, time, kind, phone, room. */
const outwardly =
  (kinds: ReturnType<typeof kindCloseness>) =>
  (fresh: Known, known: Known): readonly Part[] => {
    const [a, b] = [fresh.facts, known.facts]
    const closeness = kinds.closeness(a.kind, b.kind)
    const isPrivate = [a, b].some(({ kind, kindConfidence }) => kindConfidence >= sureOfKind && kinds.isPrivate(kind))
    const same = isPrivate ? evidence.samePrivateKind : evidence.sameKind
    const sureness = Math.min(1, Math.max(0, 2 * Math.min(a.kindConfidence, b.kindConfidence) - 0.4))
    const byKind = { same, near: evidence.nearKind, far: evidence.otherKind * sureness }
    const minutes = Math.round(Math.abs(a.openedAt - b.openedAt) / 60_000)
    const left = 2 ** (-Math.abs(a.openedAt - b.openedAt) / Math.max(kinds.halfLifeMs(a.kind), kinds.halfLifeMs(b.kind)))
    return [
      byPlace(a, b),
      byPhone(a, b),
      { odds: byKind[closeness], reason: closeness === 'far' ? null : `${closeness}-kind` },
      { odds: evidence.stale + (evidence.fresh - evidence.stale) * left, reason: `minutes:${minutes}` },
      { odds: isPrivate ? evidence.privateMatter + (areApart(fresh.rooms, known.rooms) ? evidence.otherRoom : 0) : 0, reason: null },
    ]
  }

const oddsOf = (parts: readonly Part[]) => parts.reduce((sum, { odds }) => sum + odds, evidence.prior)

/** Keeps the open matters of one town by place, phone and age; answers in a few milliseconds however many are open. */
export const duplicateFinder = (taxonomy: Taxonomy): DuplicateFinder => {
  const kinds = kindCloseness(taxonomy)
  const compare = outwardly(kinds)
  const words = rarity()
  const index = nearbyIndex()
  const open = new Map<IncidentId, Known>()

  const remove = (id: IncidentId) => {
    const known = open.get(id)
    if (!known) return
    open.delete(id)
    index.remove(known.facts)
    words.remove(known.pairs)
  }
  const knownOf = (facts: MatterFacts): Known => ({ facts, pairs: pairsOf(facts.texts), rooms: roomsOf(facts.texts) })

  return {
    remove,
    add: (facts) => {
      remove(facts.id)
      const known = knownOf(facts)
      open.set(facts.id, known)
      index.add(facts)
      words.add(known.pairs)
    },
    propose: (facts, now) => {
      const fresh = knownOf(facts)
      const likely = index
        .near(facts)
        .flatMap((id) => {
          const known = open.get(id)
          if (!known || id === facts.id || now - known.facts.openedAt > longestMs) return []
          const parts = compare(fresh, known)
          return [{ known, parts, odds: oddsOf(parts) }]
        })
        .sort((a, b) => b.odds - a.odds || a.known.facts.openedAt - b.known.facts.openedAt)
        .slice(0, mostRead)
      const likenessTo = words.likenessTo(fresh.pairs)
      return likely
        .map(({ known, parts, odds }) => {
          const likeness = likenessTo(known.pairs)
          const reasons = [...parts.map(({ reason }) => reason), likeness >= 0.05 ? `words:${likeness.toFixed(2)}` : null]
          return {
            known,
            score: probability(odds + evidence.words * Math.min(likeness, 0.6)),
            reasons: reasons.filter((one) => one !== null),
          }
        })
        .filter(({ score }) => score >= least)
        .sort((a, b) => b.score - a.score || a.known.facts.openedAt - b.known.facts.openedAt)
        .slice(0, most)
        .map(({ known, score, reasons }) => ({ of: known.facts.id, score, reasons: reasons.slice(0, 8) }))
    },
  }
}

/** The same question without keeping anything: compares a new matter with a list of open ones. */
export const proposeDuplicates = (
  taxonomy: Taxonomy,
  fresh: MatterFacts,
  open: readonly MatterFacts[],
  now: number,
): readonly DuplicateCandidate[] => {
  const finder = duplicateFinder(taxonomy)
  open.forEach(finder.add)
  return finder.propose(fresh, now)
}
