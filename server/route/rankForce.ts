import type { Board } from '../../shared/domain/board/board.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Candidate, Excluded, PickReason } from '../../shared/domain/routing/recommendation.ts'
import type { Unit } from '../../shared/domain/unit/unit.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import type { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { SkillNeed } from './needs.ts'
import { factsOf, inOrder, standsBehind, type Facts } from './score.ts'
import { missingSkill, whereabouts, whyNever, type Fix, type Whereabouts } from './standing.ts'
import type { Way } from './travel.ts'

/** What ranking one force needs to know. */
export type Ranking = {
  readonly incident: Incident
  readonly board: Board
  readonly now: number
  readonly grids: ReadonlySet<string>
  readonly needs: readonly SkillNeed[]
  readonly isPlaceKnown: boolean
  readonly positionOf: (unit: UnitId) => Fix | undefined
  readonly travel: (vehicle: Vehicle, from: Point) => Way
}

/** Every unit of a force, on one of two lists: none is left out in silence. */
export type Ranked = { readonly candidates: readonly Candidate[]; readonly excluded: readonly Excluded[] }

type Able = { readonly unit: Unit; readonly where: Whereabouts; readonly lacks: string | null }
type Isolated = { readonly able: readonly Able[]; readonly out: readonly Excluded[] }

const outOf = (unit: Unit, why: Excluded['why']): Excluded => ({ unit: unit.id, force: unit.definition.force, why })

const neverGoing = (units: readonly Unit[], { incident, board, now, positionOf, needs }: Ranking): Isolated => {
  const able: Able[] = []
  const out: Excluded[] = []
  for (const unit of units) {
    const why = whyNever(unit, incident, board, now)
    if (why) out.push(outOf(unit, why))
    else able.push({ unit, where: whereabouts(unit, positionOf(unit.id), board, now), lacks: missingSkill(unit, needs) })
  }
  return { able, out }
}

const whyNotYet = ({ where, lacks }: Able): Excluded['why'] | null => {
  if (lacks !== null) return { reason: 'lacks-skill', skill: lacks }
  return where.isUseless ? { reason: 'position-too-old', ageMs: where.fix.ageMs ?? 0 } : null
}

/**
 * Whom to take of those able: the fit; if none, those whose position is too old; if none, those without
 * the skill. A force that could go is never answered with nobody.
 */
const bestLeft = (able: readonly Able[]): { readonly taken: readonly Able[]; readonly isLast: boolean } => {
  const fit = able.filter((one) => whyNotYet(one) === null)
  if (fit.length > 0) return { taken: fit, isLast: false }
  const skilled = able.filter((one) => one.lacks === null)
  if (skilled.length > 0) return { taken: skilled, isLast: true }
  const seen = able.filter((one) => !one.where.isUseless)
  return { taken: seen.length > 0 ? seen : able, isLast: true }
}

/** What the candidates are like together; a reason says how one stands among them. */
type Field = {
  readonly leastMs: number
  readonly leastDone: number
  readonly mostDone: number
  readonly areAllTired: boolean
  readonly isLast: boolean
}

const fieldOf = (all: readonly Facts[], isLast: boolean): Field => ({
  leastMs: all.reduce((least, one) => Math.min(least, one.way.travelMs), Number.POSITIVE_INFINITY),
  leastDone: all.reduce((least, one) => Math.min(least, one.doneToday), Number.POSITIVE_INFINITY),
  mostDone: all.reduce((most, one) => Math.max(most, one.doneToday), 0),
  areAllTired: all.every((one) => !one.isRested),
  isLast,
})

const reasonsOf = (facts: Facts, field: Field, { incident, isPlaceKnown }: Ranking): readonly PickReason[] => {
  const reasons: readonly (readonly [PickReason, boolean])[] = [
    ['nearest', isPlaceKnown && facts.way.travelMs === field.leastMs],
    ['answers-for-grid', facts.answersForGrid],
    ['has-skill', facts.hasSkill],
    ['rested', facts.isRested],
    ['light-load', field.mostDone > field.leastDone && facts.doneToday === field.leastDone],
    ['only-one-left', field.isLast || (field.areAllTired && standsBehind(facts, incident))],
    ['old-fix-used', facts.where.isUseless],
  ]
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason)
}

/** Nearest to being useful first: a unit that lacks a skill could still go, one in danger could not. */
const usefulness: readonly Excluded['why']['reason'][] = [
  'lacks-skill',
  'position-too-old',
  'busy',
  'off-duty',
  'did-not-accept',
  'returned-it',
  'in-danger',
]

const byUsefulness = (one: Excluded, other: Excluded): number =>
  usefulness.indexOf(one.why.reason) - usefulness.indexOf(other.why.reason) ||
  one.unit.length - other.unit.length ||
  (one.unit < other.unit ? -1 : 1)

/** Puts the units of one force in order for one incident. Each ends as a candidate or excluded with its reason. */
export const rankForce = (units: readonly Unit[], ranking: Ranking): Ranked => {
  const { able, out } = neverGoing(units, ranking)
  const { taken, isLast } = bestLeft(able)
  const chosen = new Set(taken)
  const left = able.flatMap((one) => {
    const why = chosen.has(one) ? null : whyNotYet(one)
    return why ? [outOf(one.unit, why)] : []
  })
  const facts = taken.map(({ unit, where }) => factsOf(unit, where, ranking.travel(unit.definition.vehicle, where.point), ranking))
  const field = fieldOf(facts, isLast)
  const ordered = inOrder(facts, ranking, ranking.isPlaceKnown)
  const candidates = ordered.map((one): Candidate => ({
    unit: one.unit.id,
    force: one.unit.definition.force,
    distanceM: one.way.distanceM,
    travelMs: one.way.travelMs,
    fix: one.where.fix,
    doneToday: one.doneToday,
    restedMs: one.restedMs,
    reasons: reasonsOf(one, field, ranking),
  }))
  return { candidates, excluded: [...out, ...left].sort(byUsefulness) }
}
