import type { DomainEvent } from '../event.ts'
import type { AlarmId } from '../ids.ts'
import { isActive } from '../incident/assignment.ts'
import type { IncidentChange } from '../incident/fold.ts'
import type { Incident } from '../incident/incident.ts'
import type { Alarm, AlarmCause } from '../sla/alarm.ts'
import { acceptAlarmId, helpAlarmId, returnedAlarmId, whistleAlarmId } from '../sla/alarmIds.ts'

const alarm = (id: AlarmId, incident: Alarm['incident'], cause: AlarmCause, at: number): Alarm => ({
  id,
  incident,
  cause,
  raisedAt: at,
  level: 'operator',
  climbedAt: null,
  acknowledged: null,
})

/**
 * The alarm that an event raises, or null. Amber is not an alarm: it colours, it does not sound.
 *
 * `doneAt` names the call; `at` is when the room heard of it, from which the alarm climbs: nobody can
 * answer what is still on a phone without network.
 */
export const alarmRaisedBy = (event: DomainEvent, doneAt: number, at: number): Alarm | null => {
  if (event.type === 'stage.breached') return alarm(event.alarm, event.incident, { kind: 'limit', stage: event.stage }, at)
  if (event.type === 'sos.raised') return alarm(event.alarm, event.incident, { kind: 'sos', unit: event.unit }, at)
  if (event.type === 'whistle.overdue') return alarm(event.alarm, event.incident, { kind: 'whistle', departments: event.departments }, at)
  if (event.type === 'unit.overdue') {
    return alarm(event.alarm, event.incident, { kind: 'unaccepted', assignment: event.assignment, unit: event.unit }, at)
  }
  if (event.type === 'help.asked') {
    return alarm(
      helpAlarmId(event.assignment, doneAt),
      event.incident,
      { kind: 'help', assignment: event.assignment, unit: event.unit },
      at,
    )
  }
  if (event.type === 'unit.returned') {
    return alarm(
      returnedAlarmId(event.assignment),
      event.incident,
      { kind: 'returned', assignment: event.assignment, unit: event.unit },
      at,
    )
  }
  return null
}

/** Since when a unit that calls for help has been calling; null when this is its first call, or no call. */
export const callingSince = (event: IncidentChange, before: Incident): number | null =>
  event.type === 'help.asked' ? (before.assignments.find(({ id }) => id === event.assignment)?.wantsHelp?.at ?? null) : null

const saysNothingOfTheOrder: ReadonlySet<DomainEvent['type']> = new Set(['photo.added', 'unit.overdue', 'help.asked', 'help.answered'])
const takesOff: ReadonlySet<DomainEvent['type']> = new Set(['unit.resolved', 'unit.returned', 'unit.recalled'])

/**
 * The alarms that an event answers by itself: what they called for has been done, so they stop without a hand.
 *
 * `before` is the incident as it was. A limit that passed is no such alarm: it was missed, and somebody must have seen it.
 */
export const alarmsSettledBy = (event: IncidentChange, before: Incident): readonly AlarmId[] => {
  if (event.type === 'department.reportedIn') {
    const missing = before.whistle?.departments.filter(({ name, reportedIn }) => !reportedIn && name !== event.department)
    return before.whistle && missing?.length === 0 ? [whistleAlarmId(before.id, before.whistle.at)] : []
  }
  if (!('assignment' in event)) return []
  if (event.type === 'unit.assigned')
    return before.assignments.filter(({ state }) => state === 'returned').map(({ id }) => returnedAlarmId(id))
  const assignment = before.assignments.find(({ id }) => id === event.assignment)
  if (!assignment || !isActive(assignment)) return []
  const wasWaited = assignment.state === 'assigned' && !saysNothingOfTheOrder.has(event.type)
  const isHelped = event.type === 'help.answered' || takesOff.has(event.type)
  return [
    ...(wasWaited ? [acceptAlarmId(assignment.id)] : []),
    ...(isHelped && assignment.wantsHelp ? [helpAlarmId(assignment.id, assignment.wantsHelp.at)] : []),
  ]
}
