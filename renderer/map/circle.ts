import { degreeM } from '../../shared/domain/geo/measure.ts'
import type { Point } from '../../shared/domain/geo/point.ts'

/** A ring of points at `radiusM` metres around a centre, closed; a plane, good to a thousandth over a town. */
export const circleRing = (center: Point, radiusM: number, corners = 64): Point[] => {
  const perLon = degreeM * Math.cos((center[1] * Math.PI) / 180)
  return Array.from({ length: corners + 1 }, (_, i): Point => {
    const angle = (2 * Math.PI * (i % corners)) / corners
    return [center[0] + (radiusM * Math.cos(angle)) / perLon, center[1] + (radiusM * Math.sin(angle)) / degreeM]
  })
}

/** The box that holds all points, south-west and north-east; null for none. */
export const boxOf = (points: readonly Point[]): readonly [Point, Point] | null => {
  const first = points[0]
  if (!first) return null
  let [west, south] = first
  let [east, north] = first
  for (const [lon, lat] of points) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return [
    [west, south],
    [east, north],
  ]
}
