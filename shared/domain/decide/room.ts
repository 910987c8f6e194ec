import type { CommandOf } from '../command.ts'
import { incidentOf, unitOf } from '../board/board.ts'
import type { Incident } from '../incident/incident.ts'
import type { Alarm, AlarmLevel } from '../sla/alarm.ts'
import { AlarmLevel as Levels } from '../sla/alarm.ts'
import { decideClock } from '../sla/decideClock.ts'
import type { Role } from '../actor.ts'
import { happens, personOf, refused, type Ruling, type Situation } from './ruling.ts'

/** How high an alarm each role may answer. An alarm that climbed to a supervisor is the supervisor's. */
export const hears: Readonly<Partial<Record<Role, AlarmLevel>>> = {
  operator: 'operator',
  dispatcher: 'operator',
  supervisor: 'leader',
  leader: 'leader',
}

const rank = (level: AlarmLevel) => Levels.options.indexOf(level)

export const acknowledge = ({ board, by }: Situation, command: CommandOf<'alarm.acknowledge'>): Ruling => {
  const alarm = board.alarms[command.alarm]
  const person = personOf(by)
  if (!alarm) return refused({ reason: 'unknown-alarm', alarm: command.alarm })
  const mine = person && hears[person.role]
  if (!person || !mine) return refused({ reason: 'no-right', command: command.type })
  if (alarm.acknowledged) return refused({ reason: 'acknowledged-already', name: alarm.acknowledged.name })
  if (rank(mine) < rank(alarm.level)) return refused({ reason: 'alarm-is-higher', level: alarm.level })
  return happens({ type: 'alarm.acknowledged', incident: alarm.incident, alarm: alarm.id, by: person.id, name: person.name })
}

/** The clock asks; the state answers. A tick for what has ended or was told already says nothing. */
export const tick = ({ board, now }: Situation, command: CommandOf<'clock.tick'>): Ruling => {
  const incidents = command.incidents.map((id) => incidentOf(board, id)).filter((one): one is Incident => one !== undefined)
  const alarms = command.alarms.map((id) => board.alarms[id]).filter((one): one is Alarm => one !== undefined)
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
