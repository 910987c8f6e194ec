import { incidentOf, type Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import { hears } from '../../shared/domain/decide/room.ts'
import type { Role } from '../../shared/domain/actor.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { AlarmLevel, type Alarm, type AlarmCause } from '../../shared/domain/sla/alarm.ts'

const rank = (level: AlarmLevel): number => AlarmLevel.options.indexOf(level)

/** Life first, then who is stuck, then what is late. */
const weight: Readonly<Record<AlarmCause['kind'], number>> = { sos: 0, help: 1, limit: 2, returned: 3, unaccepted: 4, whistle: 5 }

const inOrder = (a: Alarm, b: Alarm): number =>
  rank(b.level) - rank(a.level) || weight[a.cause.kind] - weight[b.cause.kind] || a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1)

/** Alarms of one room as one role sees them. */
export type AlarmList = {
  /** Unacknowledged and this role's to answer: highest level first, then by cause, then the oldest. */
  readonly mine: readonly Alarm[]
  /** Unacknowledged, but climbed above this role: others must answer. */
  readonly above: readonly Alarm[]
  /** Critical reports that nobody has taken, longest waiting first. */
  readonly untaken: readonly Incident[]
}

const isUntaken = (incident: Incident): boolean =>
  incident.critical && incident.end === null && incident.holder === null && incident.assignments.length === 0

export const alarmList = (board: Board, role: Role): AlarmList => {
  const level = hears[role]
  const open = Object.values(board.alarms).filter((alarm) => alarm.acknowledged === null)
  const ownRank = level ? rank(level) : -1
  const untaken = [...values(board.incidents)].filter(isUntaken).sort((a, b) => a.openedAt - b.openedAt)
  return {
    mine: open.filter((alarm) => rank(alarm.level) <= ownRank).sort(inOrder),
    above: open.filter((alarm) => rank(alarm.level) > ownRank).sort(inOrder),
    untaken,
  }
}

/** The place that an alarm is about, in words; empty when none is known. */
export const alarmPlace = (board: Board, alarm: Alarm): string =>
  alarm.incident ? (incidentOf(board, alarm.incident)?.place.text ?? '') : ''
