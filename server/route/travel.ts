import type { Point } from '../../shared/domain/geo/point.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'
import { RoadClass } from '../../shared/domain/town/roads.ts'
import type { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'
import type { Snap } from './edgeFinder.ts'
import { minHeap } from './minHeap.ts'
import type { RoadNet } from './roadNet.ts'
import { drives, speedMps, walkDetour, walkMps } from './speeds.ts'

/** A way to the aim: how long, how far. */
export type Way = { readonly travelMs: number; readonly distanceM: number }

/** Shorter than this people get out and walk straight, whatever the signs say; metres. */
export const walkStraightWithinM = 60

/** This near to a crossing a vehicle stands in it, whatever edge its fix fell on; metres, about what a phone is off by. */
const crossingM = 15

/** Seconds per metre on each class of road for a vehicle; Infinity where it cannot go. */
export const paceOf = (vehicle: Vehicle): Float64Array =>
  Float64Array.from(RoadClass.options, (roadClass) =>
    speedMps[vehicle][roadClass] > 0 ? 1 / speedMps[vehicle][roadClass] : Number.POSITIVE_INFINITY,
  )

/** A stretch on the net. */
type Leg = { readonly seconds: number; readonly metres: number }

type Search = { readonly seconds: Float64Array; readonly metres: Float64Array }

/**
 * Seconds and metres from every node to the aim, by Dijkstra from the aim against the traffic.
 *
 * One search serves every unit with this vehicle: a hundred units cost the same as one.
 */
export const search = (net: RoadNet, vehicle: Vehicle, aim: Snap): Search => {
  const isDriving = drives(vehicle)
  const pace = paceOf(vehicle)
  const seconds = new Float64Array(net.nodeCount).fill(Number.POSITIVE_INFINITY)
  const metres = new Float64Array(net.nodeCount).fill(Number.POSITIVE_INFINITY)
  const heap = minHeap(net.nodeCount)
  const reach = (node: number, cost: number, far: number) => {
    if (cost >= (seconds[node] as number)) return
    seconds[node] = cost
    metres[node] = far
    heap.push(node, cost)
  }
  const edgePace = (edge: number) => pace[net.roadClass[edge] as number] as number

  const length = net.lengthM[aim.edge] as number
  reach(net.a[aim.edge] as number, length * aim.along * edgePace(aim.edge), length * aim.along)
  const mayComeFromB = !isDriving || net.oneway[aim.edge] === 0 || length * (1 - aim.along) < crossingM
  if (mayComeFromB) reach(net.b[aim.edge] as number, length * (1 - aim.along) * edgePace(aim.edge), length * (1 - aim.along))

  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    const cost = heap.poppedCost()
    // A shorter way to this node was found after this entry was pushed.
    if (cost > (seconds[node] as number)) continue
    const far = metres[node] as number
    const end = net.firstAt[node + 1] as number
    for (let arc = net.firstAt[node] as number; arc < end; arc++) {
      if (isDriving && net.arcDrivable[arc] === 0) continue
      const on = net.arcLengthM[arc] as number
      reach(net.arcFrom[arc] as number, cost + on * (pace[net.arcClass[arc] as number] as number), far + on)
    }
  }
  return { seconds, metres }
}

/** On foot in a straight line, with the detour of walls and kerbs. */
const walked = (metres: number) => (metres * walkDetour) / walkMps

/** Snaps of points that do not move are asked again and again: homes, and fixes until the next one. */
export type Snapper = (point: Point, isDriving: boolean) => Snap | null

export const snapper = (net: RoadNet): Snapper => {
  const walking = new WeakMap<Point, Snap>()
  const driving = new WeakMap<Point, Snap>()
  return (point, isDriving) => {
    const known = isDriving ? driving : walking
    const kept = known.get(point)
    if (kept) return kept
    const snap = net.nearestEdge(...net.flat(point), isDriving)
    if (snap) known.set(point, snap)
    return snap
  }
}

/** Travel with this vehicle from anywhere to the aim. Off the net, and where no road leads, on foot as the crow flies. */
export const travelTo = (net: RoadNet, snap: Snapper, vehicle: Vehicle, aim: Point): ((from: Point) => Way) => {
  const isDriving = drives(vehicle)
  const pace = paceOf(vehicle)
  const end = snap(aim, isDriving)
  const found = end && search(net, vehicle, end)

  const alongEdge = (start: Snap, stop: Snap): Leg | null => {
    const onSameEdge = start.edge === stop.edge
    const isAgainst = isDriving && net.oneway[start.edge] === 1 && start.along > stop.along
    if (!onSameEdge || isAgainst) return null
    const metres = Math.abs(start.along - stop.along) * (net.lengthM[start.edge] as number)
    return { seconds: metres * (pace[net.roadClass[start.edge] as number] as number), metres }
  }
  const over = (start: Snap, node: number, metres: number, nodes: Search): Leg => ({
    seconds: metres * (pace[net.roadClass[start.edge] as number] as number) + (nodes.seconds[node] as number),
    metres: metres + (nodes.metres[node] as number),
  })
  const legs = (start: Snap, stop: Snap, nodes: Search): readonly Leg[] => {
    const length = net.lengthM[start.edge] as number
    const toB = over(start, net.b[start.edge] as number, (1 - start.along) * length, nodes)
    const mayTurn = !isDriving || net.oneway[start.edge] === 0 || start.along * length < crossingM
    const toA = mayTurn ? [over(start, net.a[start.edge] as number, start.along * length, nodes)] : []
    const direct = alongEdge(start, stop)
    return direct ? [toB, ...toA, direct] : [toB, ...toA]
  }
  return (from) => {
    const straightM = distanceM(from, aim)
    const straight = { travelMs: Math.round(walked(straightM) * 1_000), distanceM: Math.round(straightM) }
    const start = snap(from, isDriving)
    if (!start || !end || !found) return straight
    const best = legs(start, end, found).reduce((one, other) => (other.seconds < one.seconds ? other : one))
    const gapM = start.gapM + end.gapM
    const travelMs = Math.round((best.seconds + walked(gapM)) * 1_000)
    if (!Number.isFinite(travelMs) || (straightM <= walkStraightWithinM && straight.travelMs < travelMs)) return straight
    return { travelMs, distanceM: Math.round(best.metres + gapM) }
  }
}
