import { incidentOf, type Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import { mayAnswer } from '../../shared/domain/decide/room.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { Role } from '../../shared/domain/actor.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { AlarmLevel, type Alarm, type AlarmCause } from '../../shared/domain/sla/alarm.ts'
import { incidentsOf } from '../../shared/domain/board/incidentsOf.ts'

const rank = (level: AlarmLevel): number => AlarmLevel.options.indexOf(level)

/** Life first, then who is stuck, then what is late. */
const weight: Readonly<Record<AlarmCause['kind'], number>> = { sos: 0, help: 1, limit: 2, returned: 3, unaccepted: 4, whistle: 5 }

const inOrder = (a: Alarm, b: Alarm): number =>
  rank(b.level) - rank(a.level) || weight[a.cause.kind] - weight[b.cause.kind] || a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1)

/** Alarms of one room as one role sees them. */
export type AlarmList = {
  /** Unacknowledged and this role's to hear: highest level first, then by cause, then the oldest. */
  readonly mine: readonly Alarm[]
  /** Critical reports that nobody has taken, longest waiting first. */
  readonly untaken: readonly Incident[]
}

const isUntaken = (incident: Incident): boolean => incident.critical && incident.holder === null && incident.assignments.length === 0

type Alarms = Board['alarms']
const openAlarms = new WeakMap<Alarms, readonly Alarm[]>()

/** Unacknowledged alarms in order, sorted once per change of the alarms: a storm holds thousands, and most events leave them alone. */
const openOf = (alarms: Alarms): readonly Alarm[] => {
  const known = openAlarms.get(alarms)
  if (known) return known
  const fresh = [...values(alarms)].filter((alarm) => alarm.acknowledged === null).sort(inOrder)
  openAlarms.set(alarms, fresh)
  return fresh
}

/** An SOS is heard by whoever may answer anything: danger to a life waits for no climb. */
const isHeard = (role: Role, { level, cause }: Alarm): boolean =>
  mayAnswer(role, level) || (cause.kind === 'sos' && mayAnswer(role, 'leader'))

const heard = new WeakMap<readonly Alarm[], Map<Role, readonly Alarm[]>>()

const heardBy = (open: readonly Alarm[], role: Role): readonly Alarm[] => {
  const byRole = heard.get(open) ?? new Map<Role, readonly Alarm[]>()
  heard.set(open, byRole)
  const known = byRole.get(role)
  if (known) return known
  const fresh = open.filter((alarm) => isHeard(role, alarm))
  byRole.set(role, fresh)
  return fresh
}

/** True when both say the same; `mine` is the same list while no alarm has changed. */
export const isSameAlarmList = (a: AlarmList, b: AlarmList): boolean =>
  a.mine === b.mine && a.untaken.length === b.untaken.length && a.untaken.every((one, at) => one === b.untaken[at])

export const alarmList = (board: Board, role: Role): AlarmList => {
  return {
    mine: heardBy(openOf(board.alarms), role),
    untaken: incidentsOf(board)
      .open.filter(isUntaken)
      .sort((a, b) => a.openedAt - b.openedAt),
  }
}

const breached = new WeakMap<Alarms, ReadonlySet<IncidentId>>()

/** Incidents with a breach that nobody has acknowledged. */
export const unheardBreaches = (alarms: Alarms): ReadonlySet<IncidentId> => {
  const known = breached.get(alarms)
  if (known) return known
  const limits = openOf(alarms).filter((alarm) => alarm.cause.kind === 'limit')
  const fresh = new Set(limits.flatMap(({ incident }) => incident ?? []))
  breached.set(alarms, fresh)
  return fresh
}

/** The place that an alarm is about, in words; empty when none is known. */
export const alarmPlace = (board: Board, alarm: Alarm): string =>
  alarm.incident ? (incidentOf(board, alarm.incident)?.place.text ?? '') : ''
