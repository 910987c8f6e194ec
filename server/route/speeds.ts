import type { RoadClass } from '../../shared/domain/town/roads.ts'
import type { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'

/** Metres per second from kilometres per hour. */
const kmh = (speed: number) => speed / 3.6

/** A brisk walk, metres per second: Fruin's mean free walking speed, 1.35 m/s. Gaps off the net are walked at it. */
export const walkMps = 1.35

/** Ways off the roads are longer than the straight line by about this much (kerbs, walls, stairs). */
export const walkDetour = 1.3

const onFoot = { trunk: walkMps, primary: walkMps, secondary: walkMps, street: walkMps, lane: walkMps, path: walkMps }

/**
 * Metres per second door to door on each class of road, junctions and traffic included.
 *
 * Averages, not limits. Cars: city traffic in Hangzhou runs at 20–30 km/h on arterials by day, faster on
 * an expressway, walking dogs and parked vans slow a lane. Engines: 城市消防站建设标准 (建标 152—2017) plans
 * with 30–35 km/h on the way to a fire; in lanes they are slower than a car. Electric bikes: at most
 * 25 km/h by GB 17761, and they pass a jam. Bikes 13 km/h. A path has no wheels: bikes are pushed at a
 * walk, 0 means closed.
 */
export const speedMps: Readonly<Record<Vehicle, Readonly<Record<RoadClass, number>>>> = {
  foot: onFoot,
  bike: { trunk: kmh(13), primary: kmh(13), secondary: kmh(13), street: kmh(13), lane: kmh(11), path: walkMps },
  ebike: { trunk: kmh(20), primary: kmh(20), secondary: kmh(20), street: kmh(18), lane: kmh(14), path: walkMps },
  car: { trunk: kmh(45), primary: kmh(28), secondary: kmh(25), street: kmh(20), lane: kmh(12), path: 0 },
  engine: { trunk: kmh(45), primary: kmh(32), secondary: kmh(28), street: kmh(18), lane: kmh(10), path: 0 },
}

/** True when the vehicle obeys one-way signs and stays off walk-only edges; the rest go as people do. */
export const drives = (vehicle: Vehicle): boolean => vehicle === 'car' || vehicle === 'engine'
