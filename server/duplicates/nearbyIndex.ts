import type { Point } from '../../shared/domain/geo/point.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { MatterFacts } from './matterFacts.ts'

/** Finds the matters that could be the same by place or phone, without looking at all of them. */
export type NearbyIndex = {
  readonly add: (facts: MatterFacts) => void
  readonly remove: (facts: MatterFacts) => void
  readonly near: (facts: MatterFacts) => readonly IncidentId[]
}

/** Side of a cell, degrees of latitude and longitude: about 450 m by 385 m in Hangzhou, more than two callers are apart. */
const cellDegrees = 0.004
/** A matter without a place is compared with this many of the latest ones; older ones nobody calls about without saying where. */
const latest = 400

const cellOf = ([lon, lat]: Point, east = 0, north = 0) =>
  `cell:${Math.floor(lon / cellDegrees) + east}:${Math.floor(lat / cellDegrees) + north}`

const around = [-1, 0, 1]

const cellsAround = (point: Point) => around.flatMap((east) => around.map((north) => cellOf(point, east, north)))

const isPlaceless = ({ point, building, grid }: MatterFacts) => point === null && building === null && grid === null

const keysOf = (facts: MatterFacts): readonly string[] => [
  ...facts.phones.filter((phone) => phone !== '').map((phone) => `phone:${phone}`),
  ...(facts.building === null ? [] : [`building:${facts.building}`]),
  ...(facts.point ? [cellOf(facts.point)] : []),
  ...(facts.grid === null ? [] : [`grid:${facts.grid}`]),
]

/** The ids that were added last, oldest first; each counts once, however often it is added. */
const latestIds = () => {
  const ids = new Set<IncidentId>()
  return {
    add: (id: IncidentId) => {
      ids.delete(id)
      ids.add(id)
      const [oldest] = ids
      if (ids.size > latest && oldest !== undefined) ids.delete(oldest)
    },
    remove: (id: IncidentId) => void ids.delete(id),
    list: (): readonly IncidentId[] => [...ids],
  }
}

export const nearbyIndex = (): NearbyIndex => {
  const sets = new Map<string, Set<IncidentId>>()
  const placeless = latestIds()
  const everywhere = latestIds()
  return {
    add: (facts) => {
      for (const key of keysOf(facts)) sets.set(key, (sets.get(key) ?? new Set()).add(facts.id))
      everywhere.add(facts.id)
      if (isPlaceless(facts)) placeless.add(facts.id)
    },
    remove: (facts) => {
      for (const key of keysOf(facts)) {
        const ids = sets.get(key)
        ids?.delete(facts.id)
        if (ids?.size === 0) sets.delete(key)
      }
      everywhere.remove(facts.id)
      placeless.remove(facts.id)
    },
    near: (facts) => {
      const near = new Set(isPlaceless(facts) ? everywhere.list() : placeless.list())
      for (const key of [...keysOf(facts), ...(facts.point ? cellsAround(facts.point) : [])]) {
        for (const id of sets.get(key) ?? []) near.add(id)
      }
      return [...near]
    },
  }
}
