import { isInside, type Point } from './point.ts'

/** Metres of one degree of latitude (a meridian of the mean sphere, 40 030 km, through 360). */
export const degreeM = 111_195

/** The point as metres east and north of `origin`; a plane, good to a thousandth over 20 km. */
const flat = (origin: Point, p: Point): readonly [number, number] => [
  (p[0] - origin[0]) * degreeM * Math.cos((origin[1] * Math.PI) / 180),
  (p[1] - origin[1]) * degreeM,
]

/** Area of a simple ring in square metres, whatever its turning direction. */
export const areaM2 = (ring: readonly Point[]): number => {
  const origin = ring[0]
  if (!origin) return 0
  const corners = ring.map((p) => flat(origin, p))
  const twice = corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] as readonly [number, number]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}

/** Shortest distance in metres from a point to the stretch a–b. */
export const distanceToStretchM = (point: Point, a: Point, b: Point): number => {
  const [ax, ay] = flat(point, a)
  const [bx, by] = flat(point, b)
  const length2 = (bx - ax) ** 2 + (by - ay) ** 2
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length2))
  return Math.hypot(ax + along * (bx - ax), ay + along * (by - ay))
}

/** Metres from the point to the area: 0 inside it, else the distance to its edge. */
export const distanceToAreaM = (point: Point, ring: readonly Point[]): number => {
  if (isInside(point, ring)) return 0
  return ring.reduce(
    (least, a, i) => Math.min(least, distanceToStretchM(point, a, ring[(i + 1) % ring.length] as Point)),
    Number.POSITIVE_INFINITY,
  )
}
