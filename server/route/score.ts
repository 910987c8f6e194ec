import type { Board } from '../../shared/domain/board/board.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Force } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Unit } from '../../shared/domain/unit/unit.ts'
import type { SkillNeed } from './needs.ts'
import type { Whereabouts } from './standing.ts'
import type { Way } from './travel.ts'

const second = 1_000
const dayMs = 86_400_000

/**
 * What it costs to send a unit out of the grids it answers for, ms of travel.
 *
 * A grid worker knows his stairs and is asked for afterwards: three minutes nearer is worth the stranger.
 * Building staff must not leave their building unless there is nobody else. Crews with the whole town as
 * their beat lose little. A unit that answers for the whole town pays half.
 */
const strangerMs: Readonly<Record<Force, number>> = {
  grid: 180 * second,
  property: 900 * second,
  volunteer: 60 * second,
  urban: 60 * second,
  police: 60 * second,
  mediator: 60 * second,
  market: 30 * second,
  emergency: 0,
  utility: 0,
  medical: 0,
}

/** An assignment earlier today is worth twenty seconds: it shares the work out without sending people across the town. */
const loadMs = 20 * second
/** Without a skill that would help: worth two minutes. */
const unskilledMs = 120 * second
/** A home is where a unit waits, not where it is. */
const homeMs = 60 * second
/** An old fix: a tenth of its age, which is how far a unit strays on its beat. */
const strayShare = 0.1
/** A tired crew where life is at risk: others first only when they are nearly as near. */
const tiredMs = 120 * second

/** Facts of one unit for one incident, before they are weighed. */
export type Facts = {
  readonly unit: Unit
  readonly where: Whereabouts
  readonly way: Way
  readonly answersForGrid: boolean
  readonly hasSkill: boolean
  readonly isRested: boolean
  readonly restedMs: number | null
  readonly doneToday: number
}

type Gathering = {
  readonly incident: Incident
  readonly board: Board
  readonly now: number
  /** Grids that the place is in: one, or all of its community, or none. */
  readonly grids: ReadonlySet<string>
  readonly needs: readonly SkillNeed[]
}

/** Assignments of the town's present day; yesterday's count for nothing. */
const doneToday = (unit: Unit, now: number, utcOffsetMinutes: number): number => {
  const dayOf = (at: number) => Math.floor((at + utcOffsetMinutes * 60_000) / dayMs)
  return unit.freedAt !== null && dayOf(unit.freedAt) === dayOf(now) ? unit.doneToday : 0
}

export const factsOf = (unit: Unit, where: Whereabouts, way: Way, { board, now, grids, needs }: Gathering): Facts => {
  const restedMs = unit.freedAt === null ? null : Math.max(0, now - unit.freedAt)
  return {
    unit,
    where,
    way,
    answersForGrid: unit.definition.grids.some((grid) => grids.has(grid)),
    hasSkill: needs.length > 0 && needs.some((need) => unit.definition.skills.includes(need.skill)),
    isRested: restedMs === null || restedMs >= board.thresholds.restMs,
    restedMs,
    doneToday: doneToday(unit, now, board.utcOffsetMinutes),
  }
}

/**
 * What sending this unit costs, ms: its travel and penalties in the same coin, so that each can be said
 * in a sentence ("two minutes farther, but of this grid").
 */
export const costMs = (facts: Facts, { incident, grids, needs }: Gathering, isPlaceKnown: boolean): number => {
  const { definition } = facts.unit
  const isStranger = grids.size > 0 && !facts.answersForGrid
  const stranger = isStranger ? strangerMs[definition.force] * (definition.grids.length === 0 ? 0.5 : 1) : 0
  const unskilled = needs.length > 0 && !facts.hasSkill ? unskilledMs : 0
  const unsure = facts.where.fix.source === 'home' ? homeMs : facts.where.fix.isOld ? (facts.where.fix.ageMs ?? 0) * strayShare : 0
  const tired = !facts.isRested && isUrgent(incident) ? tiredMs : 0
  const travel = isPlaceKnown ? facts.way.travelMs + unsure : 0
  return travel + stranger + unskilled + tired + facts.doneToday * loadMs
}

/** Life at risk: rest is weighed, not obeyed. */
export const isUrgent = (incident: Incident): boolean => incident.critical || incident.urgency === 'critical'

/** Units freed a moment ago stand behind all others, except where life is at risk. */
export const standsBehind = (facts: Facts, incident: Incident): boolean => !facts.isRested && !isUrgent(incident)

/** `W2` before `W10`. */
const byId = (one: string, other: string): number => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)

/** Best first, the same order for the same facts. */
export const inOrder = (all: readonly Facts[], gathering: Gathering, isPlaceKnown: boolean): readonly Facts[] =>
  all
    .map((facts) => ({ facts, behind: Number(standsBehind(facts, gathering.incident)), cost: costMs(facts, gathering, isPlaceKnown) }))
    .sort((a, b) => a.behind - b.behind || a.cost - b.cost || restOf(b.facts) - restOf(a.facts) || byId(a.facts.unit.id, b.facts.unit.id))
    .map(({ facts }) => facts)

/** Equal cost goes to who rested longest; one without a task yet has rested since ever. */
const restOf = (facts: Facts) => facts.restedMs ?? Number.MAX_SAFE_INTEGER
