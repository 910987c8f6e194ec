import type { Point } from '../../shared/domain/geo/point.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'
import type { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'

/** Streets against the straight line: about 1.3 to 1.4 in Chinese city grids; the greater, so that the guess is not rosy. */
const detour = 1.4

/** Metres per second through a town, junctions included: walking 1.35 m/s, e-bike 18, bike 12, car 20, engine 22 km/h. */
const mps: Readonly<Record<Vehicle, number>> = { foot: 1.35, bike: 12 / 3.6, ebike: 18 / 3.6, car: 20 / 3.6, engine: 22 / 3.6 }

/** A guess for the line on the map where the server has not worked out the way; ms. */
export const guessTravelMs = (from: Point, to: Point, vehicle: Vehicle): number => ((distanceM(from, to) * detour) / mps[vehicle]) * 1_000
