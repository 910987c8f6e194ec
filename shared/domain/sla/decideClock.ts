import type { Board } from '../board/board.ts'
import { alarmOf, profileOf } from '../board/board.ts'
import type { DomainEvent } from '../event.ts'
import type { Incident } from '../incident/incident.ts'
import type { Alarm, AlarmLevel } from './alarm.ts'
import { acceptAlarmId, limitAlarmId, whistleAlarmId } from './alarmIds.ts'
import type { SlaProfile } from './profile.ts'
import { stageClocks } from './stageClock.ts'

/** Something the clock will have to say, and when. */
export type Due = { readonly at: number; readonly event: DomainEvent }

const limitDues = (incident: Incident, profile: SlaProfile, now: number): readonly Due[] =>
  stageClocks(incident, profile, now).flatMap(({ stage, startedAt, dueAt }) => {
    if (dueAt === null) return []
    const about = { incident: incident.id, stage: stage.id, dueAt }
    const warned = incident.warned.includes(stage.id)
    // A second call for help is a new run of its stage: a breach from before it began was another's.
    const breached = incident.breached.some((breach) => breach.stage === stage.id && breach.dueAt >= startedAt)
    const alarm = limitAlarmId(incident.id, stage.id)
    const warning: Due[] = warned || breached ? [] : [{ at: dueAt - stage.warnBeforeMs, event: { type: 'stage.warned', ...about } }]
    return breached ? warning : [...warning, { at: dueAt, event: { type: 'stage.breached', ...about, alarm } }]
  })

const acceptDues = (incident: Incident, profile: SlaProfile, board: Board): readonly Due[] =>
  incident.assignments.flatMap((assignment) => {
    const alarm = acceptAlarmId(assignment.id)
    if (assignment.state !== 'assigned' || alarmOf(board, alarm)) return []
    const about = { incident: incident.id, assignment: assignment.id, unit: assignment.unit, alarm }
    return [{ at: assignment.assignedAt + profile.acceptWithinMs, event: { type: 'unit.overdue', ...about } }]
  })

const whistleDues = (incident: Incident): readonly Due[] => {
  if (!incident.whistle || incident.whistle.overdueAt !== null) return []
  const missing = incident.whistle.departments.filter((department) => !department.reportedIn).map((department) => department.name)
  const alarm = whistleAlarmId(incident.id, incident.whistle.at)
  if (missing.length === 0) return []
  return [{ at: incident.whistle.dueAt, event: { type: 'whistle.overdue', incident: incident.id, departments: missing, alarm } }]
}

/** What the clock will say of one incident from now on, each once; an ended incident is never spoken of. */
export const incidentDues = (incident: Incident, board: Board, now: number): readonly Due[] => {
  if (incident.end) return []
  const profile = profileOf(board)
  return [...limitDues(incident, profile, now), ...acceptDues(incident, profile, board), ...whistleDues(incident)]
}

const above: Readonly<Record<AlarmLevel, AlarmLevel | null>> = { operator: 'supervisor', supervisor: 'leader', leader: null }

/** When an unacknowledged alarm climbs, and to whom; null when it is acknowledged or already with the leader. */
export const climbDue = (alarm: Alarm, climbEveryMs: number): Due | null => {
  const to = above[alarm.level]
  if (alarm.acknowledged || to === null) return null
  const at = (alarm.climbedAt ?? alarm.raisedAt) + climbEveryMs
  return { at, event: { type: 'alarm.climbed', incident: alarm.incident, alarm: alarm.id, to } }
}

/**
 * The events due at `now` for these incidents and alarms.
 *
 * Everything is recomputed from state, so a restart loses nothing and asking twice says nothing twice.
 * The amber of a stage whose limit has passed too is not told: red says it.
 */
export const decideClock = (board: Board, incidents: Iterable<Incident>, alarms: Iterable<Alarm>, now: number): readonly DomainEvent[] => {
  const { climbEveryMs } = profileOf(board)
  const events: DomainEvent[] = []
  for (const incident of incidents) {
    const due = incidentDues(incident, board, now).filter((one) => one.at <= now)
    const breached = new Set(due.flatMap(({ event }) => (event.type === 'stage.breached' ? [event.stage] : [])))
    for (const { event } of due) if (event.type !== 'stage.warned' || !breached.has(event.stage)) events.push(event)
  }
  for (const alarm of alarms) {
    const climb = climbDue(alarm, climbEveryMs)
    if (climb && climb.at <= now) events.push(climb.event)
  }
  return events
}

/** When to ask again about one incident; null when nothing is coming. */
export const nextDueAt = (incident: Incident, board: Board, now: number): number | null => {
  const dues = incidentDues(incident, board, now)
  return dues.length === 0 ? null : Math.min(...dues.map((due) => due.at))
}
