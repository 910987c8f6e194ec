import type { Board } from '../../shared/domain/board/board.ts'
import { alarmOf, incidentOf, profileOf } from '../../shared/domain/board/board.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { acceptAlarmId } from '../../shared/domain/sla/alarmIds.ts'
import type { Excluded, FixAge } from '../../shared/domain/routing/recommendation.ts'
import { isOnDuty, type Unit } from '../../shared/domain/unit/unit.ts'
import type { SkillNeed } from './needs.ts'
import { hasReturned } from './wantedForces.ts'

/** Where a unit was last seen and when. */
export type Fix = { readonly point: Point; readonly at: number }

/** Where a unit is taken to be. */
export type Whereabouts = { readonly point: Point; readonly fix: FixAge; readonly isUseless: boolean }

type Why = Excluded['why']

export const whereabouts = (unit: Unit, seen: Fix | undefined, board: Board, now: number): Whereabouts => {
  if (!seen) return { point: unit.definition.home, fix: { source: 'home', ageMs: null, isOld: false }, isUseless: false }
  const ageMs = Math.max(0, now - seen.at)
  const { fixIsOldAfterMs, fixIsUselessAfterMs } = board.thresholds
  return { point: seen.point, fix: { source: 'position', ageMs, isOld: ageMs > fixIsOldAfterMs }, isUseless: ageMs > fixIsUselessAfterMs }
}

/** Let the order for this incident run out without accepting it, whether the clock has said so yet or the room recalled it. */
const didNotAccept = (unit: Unit, incident: Incident, board: Board): boolean =>
  incident.assignments.some((one) => {
    if (one.unit !== unit.id || one.acceptedAt !== null) return false
    const waitedMs = (one.endedAt ?? one.assignedAt) - one.assignedAt
    return alarmOf(board, acceptAlarmId(one.id)) !== undefined || waitedMs >= profileOf(board).acceptWithinMs
  })

/** Why a unit cannot go to this incident at all, whatever else is left; null when it could. */
export const whyNever = (unit: Unit, incident: Incident, board: Board, now: number): Why | null => {
  if (unit.sos) return { reason: 'in-danger' }
  if (unit.task) {
    const { incident: on, assignment, since } = unit.task
    const state = incidentOf(board, on)?.assignments.find((one) => one.id === assignment)?.state ?? 'assigned'
    return { reason: 'busy', incident: on, state, since }
  }
  if (hasReturned(incident, unit.definition.force) || incident.returnedBy.some((one) => one.unit === unit.id))
    return { reason: 'returned-it' }
  if (didNotAccept(unit, incident, board)) return { reason: 'did-not-accept' }
  if (!isOnDuty(unit, now, board.utcOffsetMinutes)) return { reason: 'off-duty' }
  return null
}

/** The first skill that must be there and is not. */
export const missingSkill = (unit: Unit, needs: readonly SkillNeed[]): string | null =>
  needs.find((need) => need.isMust && !unit.definition.skills.includes(need.skill))?.skill ?? null
