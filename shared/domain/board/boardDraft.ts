import type { AlarmId, IncidentId, UnitId } from '../ids.ts'
import type { Incident } from '../incident/incident.ts'
import type { Alarm } from '../sla/alarm.ts'
import type { Unit } from '../unit/unit.ts'
import { keepEndedMs, type Board, type ShiftEntry } from './board.ts'
import { draftOf, type Draft } from './table.ts'

/** Four times a day: looking at every incident is the dearest thing a fold does, and nobody waits for it. */
const sweepEveryMs = 6 * 3_600_000
const longestShiftLog = 200

type Scalars = { -readonly [K in Exclude<keyof Board, 'incidents' | 'units' | 'alarms' | 'shiftLog'>]: Board[K] }

/** A board being folded: containers are copied at most once, entities are replaced, never changed. */
export type BoardDraft = Scalars & {
  readonly incidents: Draft<Incident>
  readonly units: Draft<Unit>
  readonly alarms: {
    /** Sounds it, unless the same one is sounding: a call repeated does not begin its climb anew. */
    readonly raise: (alarm: Alarm) => void
    readonly settle: (ids: readonly AlarmId[]) => void
  }
  readonly changeUnit: (id: UnitId, change: (unit: Unit) => Unit) => void
  readonly changeAlarm: (id: AlarmId, change: (alarm: Alarm) => Alarm) => void
  readonly settleAlarms: (incident: IncidentId) => void
  readonly settleSos: (unit: UnitId) => void
  readonly log: (entry: ShiftEntry) => void
  readonly sweepBefore: (at: number) => void
  readonly done: () => Board
}

export const boardDraft = (board: Board): BoardDraft => {
  const incidents = draftOf(board.incidents)
  const units = draftOf(board.units)
  const alarms = draftOf(board.alarms)
  let shiftLog = board.shiftLog

  const settle = (owner: IncidentId | UnitId, isSettled: (alarm: Alarm) => boolean) => {
    for (const alarm of alarms.near(owner)) if (isSettled(alarm)) alarms.remove(alarm.id)
  }
  const sweep = (at: number) => {
    // A part stays as long as the incident it became a part of, so that it can be taken out again.
    const isPartOfKept = (end: Incident['end']) => end?.how === 'merged' && incidents.get(end.into) !== undefined
    const isOld = ({ end }: Incident) => end !== null && end.at < at - keepEndedMs && !isPartOfKept(end)
    const old = [...incidents.values()].filter(isOld)
    for (const { id } of old) incidents.remove(id)
  }

  const draft: BoardDraft = {
    // One by one: taking the tables out of a spread costs more than folding an event.
    town: board.town,
    utcOffsetMinutes: board.utcOffsetMinutes,
    position: board.position,
    at: board.at,
    nextIncident: board.nextIncident,
    nextReport: board.nextReport,
    nextWall: board.nextWall,
    formerUnits: board.formerUnits,
    profiles: board.profiles,
    profileInForce: board.profileInForce,
    thresholds: board.thresholds,
    walls: board.walls,
    sweptAt: board.sweptAt,
    incidents,
    units,
    alarms: {
      raise: (alarm) => {
        const known = alarms.get(alarm.id)
        if (!known || known.acknowledged) alarms.set(alarm.id, alarm)
      },
      settle: (ids) => ids.forEach(alarms.remove),
    },
    changeUnit: (id, change) => {
      const unit = units.get(id)
      if (unit) units.set(id, change(unit))
    },
    changeAlarm: (id, change) => {
      const alarm = alarms.get(id)
      if (alarm) alarms.set(id, change(alarm))
    },
    settleAlarms: (incident) => settle(incident, (alarm) => alarm.incident === incident && alarm.cause.kind !== 'sos'),
    settleSos: (unit) => settle(unit, (alarm) => alarm.cause.kind === 'sos' && alarm.cause.unit === unit),
    log: (entry) => void (shiftLog = [entry, ...shiftLog].slice(0, longestShiftLog)),
    // By journal time, so that the same events give the same board wherever they are folded.
    sweepBefore: (at) => {
      if (at - draft.sweptAt < sweepEveryMs) return
      sweep(at)
      draft.sweptAt = at
    },
    done: () => ({
      town: draft.town,
      utcOffsetMinutes: draft.utcOffsetMinutes,
      position: draft.position,
      at: draft.at,
      nextIncident: draft.nextIncident,
      nextReport: draft.nextReport,
      nextWall: draft.nextWall,
      incidents: incidents.done(),
      units: units.done(),
      formerUnits: draft.formerUnits,
      alarms: alarms.done(),
      profiles: draft.profiles,
      profileInForce: draft.profileInForce,
      thresholds: draft.thresholds,
      walls: draft.walls,
      shiftLog,
      sweptAt: draft.sweptAt,
    }),
  }
  return draft
}
