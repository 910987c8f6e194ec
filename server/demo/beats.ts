import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import type { Force } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { Unit } from '../../shared/domain/unit/unit.ts'
import type { Chance } from './chance.ts'

/** Forces that walk or drive about while nothing happens; the others wait at home. */
const patrolling: readonly Force[] = ['police', 'grid', 'urban', 'volunteer', 'property']

export const patrols = (unit: Unit): boolean => patrolling.includes(unit.definition.force)

/** So many of the nearest buildings are the beat of a unit that answers for no grid of its own. */
const nearestBuildings = 60

export type Beats = { readonly somewhere: (unit: Unit, chance: Chance) => Point }

/** 巡逻区: the places a unit looks in at: those of its grids, else those around its home. */
export const beats = (town: Town): Beats => {
  const known = new Map<UnitId, readonly Point[]>()
  const spots = [...town.buildings, ...town.places]

  const beatOf = ({ definition }: Unit): readonly Point[] => {
    const own = spots.filter((spot) => definition.grids.includes(spot.grid))
    const around = [...town.buildings]
      .sort((one, other) => distanceM(one.point, definition.home) - distanceM(other.point, definition.home))
      .slice(0, nearestBuildings)
    const points = (own.length > 0 ? own : around).map(({ point }) => point)
    return points.length > 0 ? points : [definition.home]
  }
  return {
    somewhere: (unit, chance) => {
      const beat = known.get(unit.id) ?? beatOf(unit)
      known.set(unit.id, beat)
      return chance.pick(beat)
    },
  }
}
