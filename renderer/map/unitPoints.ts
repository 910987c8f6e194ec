import type { Position } from '../../shared/contracts/positions.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import type { Unit } from '../../shared/domain/unit/unit.ts'

/** Where a unit is drawn, and how much that is believed. */
export type UnitPoint = {
  readonly point: Point
  /** Age of the fix in ms; null when the unit has sent none and stands at its home. */
  readonly ageMs: number | null
  readonly isOld: boolean
  readonly accuracyM: number
}

/** The newest fix, else the unit's home, which is no position and is drawn as old. `now` and ages in ms. */
export const unitPoint = (unit: Unit, positions: ReadonlyMap<UnitId, Position>, now: number, oldAfterMs: number): UnitPoint => {
  const fix = positions.get(unit.id)
  if (!fix) return { point: unit.sos?.point ?? unit.definition.home, ageMs: null, isOld: true, accuracyM: 0 }
  const ageMs = Math.max(0, now - fix.at)
  return { point: fix.point, ageMs, isOld: ageMs > oldAfterMs, accuracyM: fix.accuracyM }
}
