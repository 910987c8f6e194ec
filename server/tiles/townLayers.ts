import type { Feature } from 'geojson'
import type { Town } from '../../shared/domain/town/town.ts'
import { areaFeature, lineFeature, pointFeature, ringLineFeature } from './feature.ts'
import { labels } from './labels.ts'
import { roadLines } from './roadLines.ts'

/** Height of a storey in metres, for houses drawn as bodies. */
const storeyM = 3.1

/** The layers of a tile; a style names them as `source-layer`. */
export const layerNames = [
  'land',
  'water',
  'waterline',
  'green',
  'road',
  'building',
  'grid',
  'community',
  'boundary',
  'place',
  'label',
] as const
export type LayerName = (typeof layerNames)[number]

/** The town's file as map features, layer by layer. */
export const townLayers = (town: Town): Readonly<Record<LayerName, readonly Feature[]>> => ({
  land: [areaFeature(town.boundary, { id: town.id })],
  water: town.waters.flatMap((w) => (w.shape === 'area' ? [areaFeature(w.ring, { name: w.name })] : [])),
  waterline: town.waters.flatMap((w) => (w.shape === 'line' ? [lineFeature(w.line, { name: w.name })] : [])),
  green: town.greens.map((g) => areaFeature(g.ring, { name: g.name })),
  road: roadLines(town.roads).map(({ name, class: class_, oneway, line }) => lineFeature(line, { name, class: class_, oneway })),
  building: town.buildings.map((b) =>
    areaFeature(b.footprint, { id: b.id, name: b.name, kind: b.kind, floors: b.floors, heightM: Math.round(b.floors * storeyM) }),
  ),
  grid: town.grids.map((g) => areaFeature(g.ring, { id: g.id, name: g.name, community: g.community })),
  community: town.communities.map((c) => areaFeature(c.ring, { id: c.id, name: c.name })),
  boundary: [ringLineFeature(town.boundary, { id: town.id })],
  place: town.places.map((p) => pointFeature(p.point, { id: p.id, name: p.name, kind: p.kind })),
  label: labels(town),
})
