import type { DomainEvent } from '../event.ts'
import { AlarmId } from '../ids.ts'
import type { Alarm, AlarmCause } from '../sla/alarm.ts'

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
    const id = AlarmId.parse(`${event.assignment}:help:${doneAt}`)
    return alarm(id, event.incident, { kind: 'help', assignment: event.assignment, unit: event.unit }, at)
  }
  if (event.type === 'unit.returned') {
    const id = AlarmId.parse(`${event.assignment}:returned`)
    return alarm(id, event.incident, { kind: 'returned', assignment: event.assignment, unit: event.unit }, at)
  }
  return null
}
