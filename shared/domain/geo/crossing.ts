import type { Point } from './point.ts'

/** Which side of the line a→b the point lies on: positive left, negative right, 0 on it. Plane degrees; fine for the size of a town. */
const side = (a: Point, b: Point, p: Point): number => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

/** True when two stretches cross in a point inside both; touching ends do not count. */
export const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** The first two sides of the ring that cross, as positions of their first corners, or null when it is simple. */
export const selfCrossing = (ring: readonly Point[]): readonly [number, number] | null => {
  const corner = (i: number) => ring[i % ring.length] as Point
  for (let i = 0; i < ring.length; i++) {
    for (let j = i + 1; j < ring.length; j++) if (cross(corner(i), corner(i + 1), corner(j), corner(j + 1))) return [i, j]
  }
  return null
}
