import type { CommandOf } from '../command.ts'
import { alarmOf, incidentOf, unitOf } from '../board/board.ts'
import type { Incident } from '../incident/incident.ts'
import type { Alarm, AlarmLevel } from '../sla/alarm.ts'
import { decideClock } from '../sla/decideClock.ts'
import type { Role } from '../actor.ts'
import { mayDo, mayWork } from '../room/rights.ts'
import { happens, personOf, refused, type Ruling, type Situation } from './ruling.ts'

/**
 * Whether an alarm at this level is for a person of this role to hear and to answer.
 *
 * Climbing adds ears and takes none away: whoever works at a desk still hears what climbed, since at night there
 * may be nobody above. A leader answers only what climbed to the leader.
 */
export const mayAnswer = (role: Role, level: AlarmLevel): boolean => mayWork(role) || (role === 'leader' && level === 'leader')

export const acknowledge = ({ board, by }: Situation, command: CommandOf<'alarm.acknowledge'>): Ruling => {
  const alarm = alarmOf(board, command.alarm)
  const person = personOf(by)
  if (!alarm) return refused({ reason: 'unknown-alarm', alarm: command.alarm })
  if (!person || !mayDo(person.role, command.type)) return refused({ reason: 'no-right', command: command.type })
  if (alarm.acknowledged) return refused({ reason: 'acknowledged-already', name: alarm.acknowledged.name })
  if (!mayAnswer(person.role, alarm.level)) return refused({ reason: 'alarm-is-the-desks' })
  return happens({ type: 'alarm.acknowledged', incident: alarm.incident, alarm: alarm.id, by: person.id, name: person.name })
}

/** The clock asks; the state answers. A tick for what has ended or was told already says nothing. */
export const tick = ({ board, now }: Situation, command: CommandOf<'clock.tick'>): Ruling => {
  const incidents = command.incidents.map((id) => incidentOf(board, id)).filter((one): one is Incident => one !== undefined)
  const alarms = command.alarms.map((id) => alarmOf(board, id)).filter((one): one is Alarm => one !== undefined)
  return happens(...decideClock(board, incidents, alarms, now))
}

export const setRoster = ({ board }: Situation, command: CommandOf<'roster.set'>): Ruling => {
  const { unit, roster } = command
  return unitOf(board, unit) ? happens({ type: 'roster.set', unit, roster }) : refused({ reason: 'unknown-unit', unit })
}

export const setDuty = ({ board, now }: Situation, command: CommandOf<'duty.set'>): Ruling => {
  const unit = unitOf(board, command.unit)
  if (!unit) return refused({ reason: 'unknown-unit', unit: command.unit })
  if (unit.task && !command.isOn) {
    const { incident, assignment, since } = unit.task
    const state = incidentOf(board, incident)?.assignments.find((one) => one.id === assignment)?.state ?? 'assigned'
    return refused({ reason: 'unit-is-busy', unit: unit.id, name: unit.definition.name, incident, state, since })
  }
  return happens({ type: 'duty.set', unit: unit.id, isOn: command.isOn, until: now + command.forMs, reason: command.reason })
}

export const setSla = (_: Situation, command: CommandOf<'sla.set'>): Ruling => {
  const { profiles, inForce } = command
  if (!profiles.some((profile) => profile.id === inForce)) return refused({ reason: 'unknown-profile', profile: inForce })
  return happens({ type: 'sla.set', profiles, inForce })
}

export const logShift = ({ by }: Situation, command: CommandOf<'shift.log'>): Ruling => {
  const person = personOf(by)
  if (!person) return refused({ reason: 'no-right', command: command.type })
  return happens({ type: 'shift.logged', by: person.id, name: person.name, text: command.text })
}

export const handOver = ({ by }: Situation, command: CommandOf<'shift.handOver'>): Ruling => {
  const person = personOf(by)
  if (!person) return refused({ reason: 'no-right', command: command.type })
  return happens({ type: 'shift.handedOver', by: person.id, name: person.name, to: command.to, note: command.note })
}
