import type { Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { CommandOf } from '../../shared/domain/command.ts'
import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import { counts, type Assignment } from '../../shared/domain/incident/assignment.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Recommendation } from '../../shared/domain/routing/recommendation.ts'
import { kindByCode, type Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { isOnDuty } from '../../shared/domain/unit/unit.ts'

export type Orders = CommandOf<'units.assign'>['orders']

const mostAtOnce = 20

/** What the order says. */
const wordsFor = (incident: Incident, taxonomy: Taxonomy): string => {
  const kind = kindByCode(taxonomy, incident.kind)?.nameZh ?? ''
  return incident.place.text === '' ? `${kind}，位置待核，请联系报警人` : `${kind}，请前往${incident.place.text}`
}

/** The orders that a recommendation proposes, without forces that are there already. */
export const ordersOf = (recommendation: Recommendation, incident: Incident, taxonomy: Taxonomy): Orders => {
  const there = new Set(incident.assignments.filter(counts).map(({ force }) => force))
  const missing = recommendation.forces.filter(({ force }) => !there.has(force))
  const picked = missing.flatMap(({ lead, wanted, candidates }) =>
    candidates.slice(0, wanted).map((candidate, i) => ({ candidate, lead: lead && i === 0 })),
  )
  const hasLead = there.size > 0 || picked.some(({ lead }) => lead)
  const order = wordsFor(incident, taxonomy)
  return picked.slice(0, mostAtOnce).map(({ candidate, lead }, i) => ({
    unit: candidate.unit,
    lead: lead || (!hasLead && i === 0),
    order,
    callIn: false,
    why: candidate.reasons.slice(0, 8),
  }))
}

/** Reinforcement for a unit that asked: the nearest of that force who are free. */
export const reinforcements = (
  asking: Assignment,
  incident: Incident,
  board: Board,
  now: number,
  pointOf: (unit: UnitId) => Point | undefined,
): Orders => {
  const force = asking.wantsHelp?.force ?? asking.force
  const to = incident.place.point
  const far = (unit: UnitId, home: Point) => (to ? distanceM(pointOf(unit) ?? home, to) : 0)
  const free = [...values(board.units)].filter(
    (unit) => unit.definition.force === force && unit.task === null && unit.sos === null && isOnDuty(unit, now, board.utcOffsetMinutes),
  )
  return free
    .map((unit) => ({ unit: unit.id, metres: far(unit.id, unit.definition.home) }))
    .sort((one, other) => one.metres - other.metres)
    .slice(0, Math.min(asking.wantsHelp?.count ?? 1, 3))
    .map(({ unit }) => ({ unit, lead: false, order: `增援：${asking.wantsHelp?.reason ?? ''}`, callIn: false, why: ['nearest'] }))
}
