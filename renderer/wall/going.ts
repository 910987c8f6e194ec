import { unitOf, type Board } from '../../shared/domain/board/board.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import { isActive, type Assignment } from '../../shared/domain/incident/assignment.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Position } from '../../shared/contracts/positions.ts'
import { guessTravelMs } from '../map/eta.ts'
import { unitPoint } from '../map/unitPoints.ts'

/** One unit that goes, and how far it still is; null where neither its place nor the incident's is known. */
export type Going = {
  readonly assignment: Assignment
  readonly name: string
  readonly isSos: boolean
  readonly way: { readonly distanceM: number; readonly travelMs: number; readonly isOld: boolean } | null
}

const progressOf = ({ state }: Assignment): number => ['assigned', 'accepted', 'enroute', 'onscene', 'handling'].indexOf(state)

/** Who goes to an incident at `now` (UTC ms): the lead first, then those who are farthest along. */
export const goingTo = (board: Board, incident: Incident, positions: ReadonlyMap<UnitId, Position>, now: number): readonly Going[] =>
  incident.assignments
    .filter(isActive)
    .toSorted((one, other) => Number(other.lead) - Number(one.lead) || progressOf(other) - progressOf(one))
    .map((assignment) => {
      const unit = unitOf(board, assignment.unit)
      const target = incident.place.point
      const name = unit?.definition.name ?? board.formerUnits[assignment.unit] ?? assignment.unit
      const told = { assignment, name, isSos: (unit?.sos ?? null) !== null }
      if (!unit || !target || assignment.onSceneAt !== null) return { ...told, way: null }
      const { point, isOld } = unitPoint(unit, positions, now, board.thresholds.fixIsOldAfterMs)
      const way = { distanceM: distanceM(point, target), travelMs: guessTravelMs(point, target, unit.definition.vehicle), isOld }
      return { ...told, way }
    })
