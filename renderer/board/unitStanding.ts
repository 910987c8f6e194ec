import { incidentOf, type Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import { Force } from '../../shared/domain/taxonomy/taxonomy.ts'
import { isOnDuty, type Unit } from '../../shared/domain/unit/unit.ts'

/** What a unit does, as the board counts it. `moving` is accepted or on the way, `working` on scene or handling. */
export type Standing = 'free' | 'assigned' | 'moving' | 'working' | 'off'

export const standings: readonly Standing[] = ['free', 'assigned', 'moving', 'working', 'off']

/** A unit with its standing; `since` is null where the journal does not know (free all shift, or off). */
export type UnitStanding = { readonly unit: Unit; readonly standing: Standing; readonly since: number | null }

/** One unit at `now`. A unit on a task counts as on it, also when its shift has ended meanwhile. */
export const standingOf = (board: Board, unit: Unit, now: number): UnitStanding => {
  const { task } = unit
  if (!task)
    return isOnDuty(unit, now, board.utcOffsetMinutes)
      ? { unit, standing: 'free', since: unit.freedAt }
      : { unit, standing: 'off', since: null }
  const assignment = incidentOf(board, task.incident)?.assignments.find((one) => one.id === task.assignment)
  if (!assignment || assignment.state === 'assigned') return { unit, standing: 'assigned', since: task.since }
  if (assignment.state === 'accepted' || assignment.state === 'enroute') {
    return { unit, standing: 'moving', since: assignment.departedAt ?? assignment.acceptedAt ?? task.since }
  }
  return { unit, standing: 'working', since: assignment.onSceneAt ?? assignment.handlingAt ?? task.since }
}

/** All units of one force: those of each standing, longest in it first; unknown spans last, then by name. */
export type ForceCount = {
  readonly force: Force
  readonly units: Readonly<Record<Standing, readonly UnitStanding[]>>
  readonly sos: number
}

const longestFirst = (a: UnitStanding, b: UnitStanding): number =>
  Number(b.unit.sos !== null) - Number(a.unit.sos !== null) ||
  (a.since ?? Infinity) - (b.since ?? Infinity) ||
  (a.unit.id < b.unit.id ? -1 : 1)

const noUnits = (): Record<Standing, UnitStanding[]> => ({ free: [], assigned: [], moving: [], working: [], off: [] })

/** 力量 by force and standing, in the order of the forces; a force that the town does not have is left out. */
export const countUnits = (board: Board, now: number): readonly ForceCount[] => {
  const byForce = new Map<Force, Record<Standing, UnitStanding[]>>()
  for (const unit of values(board.units)) {
    const { force } = unit.definition
    const counted = byForce.get(force) ?? noUnits()
    byForce.set(force, counted)
    const one = standingOf(board, unit, now)
    counted[one.standing].push(one)
  }
  return Force.options.flatMap((force) => {
    const units = byForce.get(force)
    if (!units) return []
    for (const standing of standings) units[standing].sort(longestFirst)
    const sos = standings.reduce((sum, standing) => sum + units[standing].filter(({ unit }) => unit.sos !== null).length, 0)
    return [{ force, units, sos }]
  })
}
