import type { Position } from '../../../shared/contracts/positions.ts'
import type { Board } from '../../../shared/domain/board/board.ts'
import { values } from '../../../shared/domain/board/table.ts'
import { distanceM, type Point } from '../../../shared/domain/geo/point.ts'
import type { UnitId } from '../../../shared/domain/ids.ts'
import { standingOf, type UnitStanding } from '../../board/unitStanding.ts'
import type { LayerChoice } from '../../map/layerChoice.ts'
import { unitPoint, type UnitPoint } from '../../map/unitPoints.ts'

export type Circle = { readonly center: Point; readonly radiusM: number }

export type UnitNear = UnitStanding & UnitPoint & { readonly distanceM: number }

/** Units inside a circle, nearest first; what the layers hide is not picked unseen. */
export const unitsWithin = (
  board: Board,
  positions: ReadonlyMap<UnitId, Position>,
  now: number,
  { center, radiusM }: Circle,
  layers: Pick<LayerChoice, 'hiddenForces' | 'hiddenStandings'>,
): readonly UnitNear[] =>
  [...values(board.units)]
    .map((unit) => {
      const where = unitPoint(unit, positions, now, board.thresholds.fixIsOldAfterMs)
      return { ...standingOf(board, unit, now), ...where, distanceM: distanceM(center, where.point) }
    })
    .filter((one) => one.distanceM <= radiusM)
    .filter(({ unit, standing }) => !layers.hiddenForces.includes(unit.definition.force) && !layers.hiddenStandings.includes(standing))
    .sort((a, b) => a.distanceM - b.distanceM)
