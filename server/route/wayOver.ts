import type { Point } from '../../shared/domain/geo/point.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'
import type { Snap } from './edgeFinder.ts'
import type { RoadNet } from './roadNet.ts'
import { drives, walkDetour, walkMps } from './speeds.ts'
import { paceOf, search, snapper, walkStraightWithinM } from './travel.ts'

/** A way over the roads, with its bends. `atMs` of a point: ms after setting out; the first is 0. */
export type DrawnWay = readonly { readonly point: Point; readonly atMs: number }[]

export type WayFinder = (from: Point, to: Point, vehicle: Vehicle) => DrawnWay

type Stop = { readonly point: Point; readonly seconds: number }

const between = (a: Point, b: Point, share: number): Point => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]

/** The quickest way of a vehicle as a line on the map; it takes as long as `travelTo` says. */
export const wayFinder = (net: RoadNet, roads: Town['roads']): WayFinder => {
  const snap = snapper(net)
  const nodePoint = (node: number) => roads.nodes[node] as Point
  const onEdge = ({ edge, along }: Snap) => between(nodePoint(net.a[edge] as number), nodePoint(net.b[edge] as number), along)

  const straight = (from: Point, to: Point): DrawnWay => [
    { point: from, atMs: 0 },
    { point: to, atMs: Math.round(((distanceM(from, to) * walkDetour) / walkMps) * 1_000) },
  ]

  return (from, to, vehicle) => {
    const isDriving = drives(vehicle)
    const pace = paceOf(vehicle)
    const start = snap(from, isDriving)
    const end = snap(to, isDriving)
    if (!start || !end) return straight(from, to)
    const { seconds } = search(net, vehicle, end)
    const secondsOn = (edge: number, share: number) =>
      (net.lengthM[edge] as number) * share * (pace[net.roadClass[edge] as number] as number)
    const mayGo = (edge: number, fromA: boolean) => !isDriving || (net.drivable[edge] === 1 && (net.oneway[edge] === 0 || fromA))
    const left = (node: number) => seconds[node] as number

    /** The neighbour through which the rest is shortest, or the aim when it lies on an edge from here. */
    const next = (node: number): { readonly node: number; readonly seconds: number } | null => {
      let best: { node: number; seconds: number } | null = null
      const rest = left(node)
      const isEndA = net.a[end.edge] === node
      const isAtEnd = (isEndA || net.b[end.edge] === node) && mayGo(end.edge, isEndA)
      const toAim = isAtEnd ? secondsOn(end.edge, isEndA ? end.along : 1 - end.along) : Number.POSITIVE_INFINITY
      if (toAim <= rest + 1e-6) return null
      for (let i = net.firstAt[node] as number; i < (net.firstAt[node + 1] as number); i++) {
        const edge = net.edgesAt[i] as number
        const fromA = net.a[edge] === node
        const other = (fromA ? net.b[edge] : net.a[edge]) as number
        // Nearer to the aim at every step, so that rounding can never send it round in a circle.
        if (!mayGo(edge, fromA) || left(other) >= rest) continue
        const through = secondsOn(edge, 1) + left(other)
        if (best && through >= left(best.node) + best.seconds) continue
        best = { node: other, seconds: secondsOn(edge, 1) }
      }
      return best
    }

    const over = (node: number, first: number): readonly Stop[] => {
      const stops: Stop[] = [{ point: nodePoint(node), seconds: first }]
      let at = node
      for (let step = next(at); step; step = next(at)) {
        stops.push({ point: nodePoint(step.node), seconds: step.seconds })
        at = step.node
      }
      const isEndA = net.a[end.edge] === at
      return [...stops, { point: onEdge(end), seconds: secondsOn(end.edge, isEndA ? end.along : 1 - end.along) }]
    }
    const isSameEdge = start.edge === end.edge && mayGo(start.edge, end.along >= start.along)
    const direct = isSameEdge ? secondsOn(start.edge, Math.abs(end.along - start.along)) : Number.POSITIVE_INFINITY
    const [a, b] = [net.a[start.edge] as number, net.b[start.edge] as number]
    const viaA = mayGo(start.edge, false) ? secondsOn(start.edge, start.along) : Number.POSITIVE_INFINITY
    const viaB = secondsOn(start.edge, 1 - start.along)
    const totals = [direct, viaB + left(b), viaA + left(a)] as const
    const least = Math.min(...totals)
    const straightM = distanceM(from, to)
    const walkS = (metres: number) => (metres * walkDetour) / walkMps
    const isStraightBetter = straightM <= walkStraightWithinM && walkS(straightM) < least + walkS(start.gapM + end.gapM)
    if (!Number.isFinite(least) || isStraightBetter) return straight(from, to)

    const onRoads = least === direct ? [{ point: onEdge(end), seconds: direct }] : least === totals[1] ? over(b, viaB) : over(a, viaA)
    const stops: readonly Stop[] = [
      { point: from, seconds: 0 },
      { point: onEdge(start), seconds: walkS(start.gapM) },
      ...onRoads,
      { point: to, seconds: walkS(end.gapM) },
    ]
    let sum = 0
    return stops.map(({ point, seconds: took }) => ({ point, atMs: Math.round((sum += took) * 1_000) }))
  }
}
