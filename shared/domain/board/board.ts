import type { AlarmId, IncidentId, TownId, UnitId, WallId } from '../ids.ts'
import type { Incident } from '../incident/incident.ts'
import { defaultThresholds, type Thresholds } from '../room/thresholds.ts'
import type { Alarm } from '../sla/alarm.ts'
import type { SlaProfile } from '../sla/profile.ts'
import { knownProfiles } from '../sla/knownProfiles.ts'
import type { Unit } from '../unit/unit.ts'
import type { Wall } from '../wall/wall.ts'
import { emptyTable, get, type Table } from './table.ts'

/** 交接班: what the last shift left for the next. */
export type ShiftEntry =
  | { readonly kind: 'log'; readonly at: number; readonly by: string; readonly text: string }
  | { readonly kind: 'handOver'; readonly at: number; readonly by: string; readonly to: string; readonly text: string }

/**
 * The whole picture of a town at one position of its journal.
 *
 * The only way to another board is `foldBoard`. Ended incidents stay for `keepEndedMs`, so that they
 * can be reopened and rated; the journal keeps them for ever.
 */
export type Board = {
  readonly town: TownId
  /** Minutes east of UTC of the town's clocks (480 in China). */
  readonly utcOffsetMinutes: number
  /** Position of the last event folded; 0 before the first. */
  readonly position: number
  /** Server time of the last event. */
  readonly at: number
  readonly nextIncident: number
  readonly nextReport: number
  readonly nextWall: number
  readonly incidents: Table<Incident>
  readonly units: Table<Unit>
  /** Names of units that were dismissed: what they did is still read. */
  readonly formerUnits: Readonly<Record<UnitId, string>>
  readonly alarms: Table<Alarm>
  readonly profiles: readonly SlaProfile[]
  readonly profileInForce: string
  readonly thresholds: Thresholds
  /** In the order in which they were put up; a room has few. */
  readonly walls: readonly Wall[]
  /** Newest first, at most 200; older ones are in the journal. */
  readonly shiftLog: readonly ShiftEntry[]
  /** When ended incidents were last put away. */
  readonly sweptAt: number
}

/** 72 hours: a matter that comes back later is a new one, with the old one among "earlier calls". */
export const keepEndedMs = 72 * 3_600_000

export const emptyBoard = (town: TownId, utcOffsetMinutes = 480): Board => ({
  town,
  utcOffsetMinutes,
  position: 0,
  at: 0,
  nextIncident: 1001,
  nextReport: 1,
  nextWall: 1,
  incidents: emptyTable,
  units: emptyTable,
  formerUnits: {},
  alarms: emptyTable,
  profiles: knownProfiles,
  profileInForce: '1-3-5',
  thresholds: defaultThresholds,
  walls: [],
  shiftLog: [],
  sweptAt: 0,
})

export const incidentOf = (board: Board, id: IncidentId): Incident | undefined => get(board.incidents, id)

export const unitOf = (board: Board, id: UnitId): Unit | undefined => get(board.units, id)

export const alarmOf = (board: Board, id: AlarmId): Alarm | undefined => get(board.alarms, id)

export const wallOf = ({ walls }: Pick<Board, 'walls'>, id: WallId): Wall | undefined => walls.find((wall) => wall.id === id)

/** What a unit is called, also after it was dismissed; undefined when there never was one. */
export const unitNameOf = (board: Pick<Board, 'units' | 'formerUnits'>, id: UnitId): string | undefined =>
  get(board.units, id)?.definition.name ?? board.formerUnits[id]

export const profileOf = (board: Board): SlaProfile => {
  const profile = board.profiles.find((one) => one.id === board.profileInForce) ?? board.profiles[0]
  if (!profile) throw new Error('A board always has at least one SLA profile; `sla.set` demands one')
  return profile
}
