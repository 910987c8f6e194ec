import type { Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { adviceBasis } from '../../shared/domain/routing/adviceBasis.ts'
import type { ForceAdvice, Recommendation } from '../../shared/domain/routing/recommendation.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { Unit } from '../../shared/domain/unit/unit.ts'
import type { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'
import { aims } from './aim.ts'
import { skillsFor } from './needs.ts'
import { rankForce, type Ranking } from './rankForce.ts'
import type { RoadNet } from './roadNet.ts'
import type { Fix } from './standing.ts'
import { snapper, travelTo, type Way } from './travel.ts'
import { wantedForces } from './wantedForces.ts'

/** Longest lists that a console is given. */
const mostCandidates = 8
const mostExcluded = 12

export type RecommenderNeeds = {
  readonly town: Pick<Town, 'center' | 'buildings' | 'grids' | 'communities'>
  readonly taxonomy: Taxonomy
  readonly net: RoadNet
  /** Where the unit was last seen; undefined when it never was. */
  readonly positionOf: (unit: UnitId) => Fix | undefined
}

export type Recommender = {
  /** Who should go to the incident at `now`, in order, with the reasons. Pure but for `positionOf`. */
  readonly recommend: (incident: Incident, board: Board, now: number) => Recommendation
}

/** The grids a place is in: its own, or all of its community when only that is known. */
const gridsOf = ({ place }: Incident, town: RecommenderNeeds['town']): ReadonlySet<string> => {
  if (place.grid) return new Set([place.grid])
  return new Set(place.community ? town.grids.filter((grid) => grid.community === place.community).map((grid) => grid.id) : [])
}

const byForce = (board: Board): ReadonlyMap<string, readonly Unit[]> => {
  const forces = new Map<string, Unit[]>()
  for (const unit of values(board.units)) {
    const units = forces.get(unit.definition.force)
    if (units) units.push(unit)
    else forces.set(unit.definition.force, [unit])
  }
  return forces
}

/** 推荐力量: ranks the town's units for an incident, over its roads. */
export const recommender = ({ town, taxonomy, net, positionOf }: RecommenderNeeds): Recommender => {
  const snap = snapper(net)
  const aimOf = aims(town)

  /** One search per kind of vehicle that is really among the candidates. */
  const travels = (aim: Point) => {
    const searches = new Map<Vehicle, (from: Point) => Way>()
    return (vehicle: Vehicle, from: Point): Way => {
      const search = searches.get(vehicle) ?? travelTo(net, snap, vehicle, aim)
      searches.set(vehicle, search)
      return search(from)
    }
  }

  return {
    recommend: (incident, board, now) => {
      const aim = aimOf(incident)
      const units = byForce(board)
      const about: Omit<Ranking, 'needs'> = {
        incident,
        board,
        now,
        grids: gridsOf(incident, town),
        isPlaceKnown: aim.known !== 'unknown',
        positionOf,
        travel: travels(aim.point),
      }
      const forces = wantedForces(incident, taxonomy).map(({ force, lead, count }): ForceAdvice => {
        const { candidates, excluded } = rankForce(units.get(force) ?? [], { ...about, needs: skillsFor(incident.kind, force) })
        return {
          force,
          lead,
          wanted: count,
          candidates: candidates.slice(0, mostCandidates),
          excluded: excluded.slice(0, mostExcluded),
          excludedCount: excluded.length,
        }
      })
      return { incident: incident.id, at: now, basis: adviceBasis(incident), aim: aim.known, forces }
    },
  }
}
