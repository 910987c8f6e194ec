import { z } from 'zod'

/** A place on the earth, WGS-84 degrees, longitude first as in GeoJSON. */
export const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).readonly()
export type Point = z.infer<typeof Point>

/** Mean radius of the earth in metres (IUGG 1980, R1). */
const earthRadiusM = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine); off by less than 0.6 % anywhere. */
export const distanceM = (a: Point, b: Point): number => {
  const dLat = radians(b[1] - a[1])
  const dLon = radians(b[0] - a[0])
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(dLon / 2) ** 2
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** True inside the ring (even-odd rule). The ring need not be closed; a point on its edge may fall on either side. */
export const isInside = (point: Point, ring: readonly Point[]): boolean => {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point
    const [xj, yj] = ring[j] as Point
    const crosses = yi > point[1] !== yj > point[1] && point[0] < ((xj - xi) * (point[1] - yi)) / (yj - yi) + xi
    if (crosses) inside = !inside
  }
  return inside
}

/**
 * Rough bounds of China with its seas, degrees.
 *
 * A report from outside is not refused, but its position is not believed.
 */
export const isInChina = ([lon, lat]: Point): boolean => lon > 73 && lon < 136 && lat > 3 && lat < 54
