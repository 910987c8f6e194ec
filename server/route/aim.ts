import type { Point } from '../../shared/domain/geo/point.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Recommendation } from '../../shared/domain/routing/recommendation.ts'
import type { Town } from '../../shared/domain/town/town.ts'

/** Where units would be sent, and how well that is known. */
export type Aim = { readonly point: Point; readonly known: Recommendation['aim'] }

/** The middle of a ring's corners; inside for the shapes of grids, near enough for the rest. */
const middle = (ring: readonly Point[]): Point => {
  const sum = ring.reduce<readonly [number, number]>(([lon, lat], point) => [lon + point[0], lat + point[1]], [0, 0])
  return [sum[0] / ring.length, sum[1] / ring.length]
}

/** Remembers the middles: they are asked for with every recommendation, and the same point lets the road net remember its snap. */
export const aims = (town: Pick<Town, 'center' | 'buildings' | 'grids' | 'communities'>): ((incident: Incident) => Aim) => {
  const buildings = new Map(town.buildings.map((building) => [building.id, building.point]))
  const grids = new Map(town.grids.map((grid) => [grid.id, middle(grid.ring)]))
  const communities = new Map(town.communities.map((community) => [community.id, middle(community.ring)]))
  return ({ place }) => {
    if (place.point) return { point: place.point, known: 'point' }
    const building = place.building && buildings.get(place.building)
    if (building) return { point: building, known: 'building' }
    const grid = place.grid && grids.get(place.grid)
    if (grid) return { point: grid, known: 'grid' }
    const community = place.community && communities.get(place.community)
    if (community) return { point: community, known: 'community' }
    return { point: town.center, known: 'unknown' }
  }
}
