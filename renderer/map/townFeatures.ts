import type { FeatureCollection, Point as GeoPoint, Polygon } from 'geojson'
import type { Ring } from '../../shared/domain/geo/ring.ts'
import type { Community, Grid } from '../../shared/domain/town/area.ts'

type Areas = { readonly communities: readonly Community[]; readonly grids: readonly Grid[] }

export type TownDrawn = {
  readonly areas: FeatureCollection<Polygon>
  /** One point per area for its name, so that a name is not repeated in every tile. */
  readonly names: FeatureCollection<GeoPoint>
}

const closed = (ring: Ring): [number, number][] => [...ring, ring[0]].flatMap((point) => (point ? [[point[0], point[1]]] : []))

/** Mean of the corners: inside for the compact shapes that grids are. */
const middle = (ring: Ring): [number, number] => [
  ring.reduce((sum, point) => sum + point[0], 0) / ring.length,
  ring.reduce((sum, point) => sum + point[1], 0) / ring.length,
]

/** Grids and communities of the town: outlines and names. */
export const townFeatures = ({ communities, grids }: Areas): TownDrawn => {
  const all = [
    ...communities.map(({ id, name, ring }) => ({ id, name, ring, kind: 'community' })),
    ...grids.map(({ id, name, ring }) => ({ id, name, ring, kind: 'grid' })),
  ]
  return {
    areas: {
      type: 'FeatureCollection',
      features: all.map(({ id, name, ring, kind }) => ({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [closed(ring)] },
        properties: { id, name, kind },
      })),
    },
    names: {
      type: 'FeatureCollection',
      features: all.map(({ id, name, ring, kind }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: middle(ring) },
        properties: { id, name, kind },
      })),
    },
  }
}
