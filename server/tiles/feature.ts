import type { Feature, Position } from 'geojson'
import type { Point } from '../../shared/domain/geo/point.ts'

/** What a tile may say of a thing: plain values only. */
export type Properties = Readonly<Record<string, string | number | boolean>>

const position = ([lon, lat]: Point): Position => [lon, lat]

export const pointFeature = (point: Point, properties: Properties): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: position(point) },
  properties,
})

export const lineFeature = (line: readonly Point[], properties: Properties): Feature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: line.map(position) },
  properties,
})

/** GeoJSON wants the first corner again at the end. */
const closed = (ring: readonly Point[]): Position[] => [...ring, ...ring.slice(0, 1)].map(position)

export const areaFeature = (ring: readonly Point[], properties: Properties): Feature => ({
  type: 'Feature',
  geometry: { type: 'Polygon', coordinates: [closed(ring)] },
  properties,
})

export const ringLineFeature = (ring: readonly Point[], properties: Properties): Feature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: closed(ring) },
  properties,
})
