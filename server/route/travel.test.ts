import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import { RoadClass, type RoadEdge } from '../../shared/domain/town/roads.ts'
import { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'
import type { Snap } from './edgeFinder.ts'
import { minHeap } from './minHeap.ts'
import { roadNet } from './roadNet.ts'
import { drives, speedMps, walkDetour, walkMps } from './speeds.ts'
import { snapper, travelTo } from './travel.ts'

/** A grid of places about 200 m apart. */
const place = (i: number): Point => [120.2 + (i % 4) * 0.002, 30.2 + Math.floor(i / 4) * 0.0018]

const edge = (a: number, b: number, wish: Partial<RoadEdge> = {}): RoadEdge => ({
  a,
  b,
  name: '',
  class: 'street',
  oneway: false,
  walkOnly: false,
  ...wish,
})

const netOf = (nodeCount: number, edges: readonly RoadEdge[]) =>
  roadNet({ center: [120.2, 30.2], roads: { nodes: Array.from({ length: nodeCount }, (_, i) => place(i)), edges } })

const wayFrom = (edges: readonly RoadEdge[], vehicle: Vehicle, from: number, to: number, nodeCount = 12) => {
  const net = netOf(nodeCount, edges)
  return travelTo(net, snapper(net), vehicle, place(to))(place(from))
}

const secondsOn = (edges: readonly RoadEdge[], vehicle: Vehicle) =>
  edges.reduce((sum, one) => sum + distanceM(place(one.a), place(one.b)) / speedMps[vehicle][one.class], 0)

/** The plainest shortest time: relax every edge until nothing changes. */
const bruteForce = (nodeCount: number, edges: readonly RoadEdge[], vehicle: Vehicle, from: number, to: number): number => {
  const seconds = new Array<number>(nodeCount).fill(Number.POSITIVE_INFINITY)
  seconds[from] = 0
  const hops = edges.flatMap((one) => {
    const isClosed = drives(vehicle) && (one.walkOnly || one.class === 'path')
    if (isClosed) return []
    const cost = secondsOn([one], vehicle)
    const there = [one.a, one.b, cost] as const
    return drives(vehicle) && one.oneway ? [there] : [there, [one.b, one.a, cost] as const]
  })
  for (let round = 0; round < nodeCount; round++) {
    for (const [a, b, cost] of hops) seconds[b] = Math.min(seconds[b] as number, (seconds[a] as number) + cost)
  }
  return seconds[to] as number
}

describe('travel', () => {
  test('[R1] the heap gives back everything, least cost first', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 200 }), (costs) => {
        const heap = minHeap(4)
        costs.forEach((cost, i) => heap.push(i, cost))
        const popped = costs.map(() => {
          heap.pop()
          return heap.poppedCost()
        })
        expect(popped).toEqual([...costs].sort((a, b) => a - b))
        expect(heap.pop()).toBe(-1)
      }),
    )
  })

  test('[R1] the shortest time over any small net is the one that trying every way finds', () => {
    const randomEdge = fc.record({
      a: fc.nat(11),
      b: fc.nat(11),
      name: fc.constant(''),
      class: fc.constantFrom(...RoadClass.options),
      oneway: fc.boolean(),
      walkOnly: fc.boolean(),
    })
    const edges = fc.array(randomEdge, { minLength: 1, maxLength: 40, size: 'max' }).map((all) => all.filter((one) => one.a !== one.b))
    fc.assert(
      fc.property(edges, fc.constantFrom(...Vehicle.options), fc.nat(11), fc.nat(11), (all, vehicle, from, to) => {
        const isOn = (node: number) =>
          all.some((one) => (one.a === node || one.b === node) && !(drives(vehicle) && (one.walkOnly || one.class === 'path')))
        fc.pre(isOn(from) && isOn(to))
        // Crossing edges share no node, so places in the middle of an edge would snap to it; the corners of the grid do not lie on others.
        const net = netOf(12, all)
        const snap = snapper(net)
        fc.pre([from, to].every((node) => touches(snap(place(node), drives(vehicle)), all, node)))
        const best = bruteForce(12, all, vehicle, from, to)
        const { travelMs } = travelTo(net, snap, vehicle, place(to))(place(from))
        const onFoot = (distanceM(place(from), place(to)) * walkDetour) / walkMps
        const expected = Number.isFinite(best) ? best : onFoot
        expect(Math.abs(travelMs / 1_000 - expected)).toBeLessThan(Math.max(0.5, expected * 0.005))
      }),
      { numRuns: 400 },
    )
  })

  test('[R2] cars and engines obey one-way signs, feet and bikes do not', () => {
    const around = [edge(0, 1, { oneway: true }), edge(1, 5), edge(5, 4), edge(4, 0)]
    expect(wayFrom(around, 'car', 0, 1).travelMs).toBeCloseTo(secondsOn(around.slice(0, 1), 'car') * 1_000, -2)
    expect(wayFrom(around, 'car', 1, 0).travelMs).toBeCloseTo(secondsOn(around.slice(1), 'car') * 1_000, -2)
    expect(wayFrom(around, 'foot', 1, 0).distanceM).toBeLessThan(200)
  })

  test('[R3] walk-only ways and paths carry feet and pushed bikes, no engines', () => {
    const edges = [edge(0, 1, { walkOnly: true, class: 'path' }), edge(0, 4), edge(4, 5), edge(5, 1)]
    expect(wayFrom(edges, 'foot', 0, 1).distanceM).toBeLessThan(200)
    expect(wayFrom(edges, 'engine', 0, 1).distanceM).toBeGreaterThan(500)
    const path = edges.slice(0, 1)
    expect(wayFrom(path, 'ebike', 0, 1, 2).travelMs).toBe(wayFrom(path, 'foot', 0, 1, 2).travelMs)
  })

  test('[R4] what lies off the net is walked, at both ends', () => {
    const net = netOf(2, [edge(0, 1)])
    const beside = (i: number): Point => [place(i)[0], place(i)[1] + 0.0009]
    const travel = travelTo(net, snapper(net), 'car', beside(1))
    const expected = secondsOn([edge(0, 1)], 'car') + (2 * 100.08 * walkDetour) / walkMps
    expect(travel(beside(0)).travelMs / 1_000).toBeCloseTo(expected, 0)
    expect(travel(beside(0)).distanceM).toBeCloseTo(distanceM(place(0), place(1)) + 200, -1)
  })

  test('[R4] a stone’s throw is walked straight, whatever the signs say; without any road the crow’s way is walked', () => {
    const net = netOf(6, [edge(0, 1, { oneway: true }), edge(1, 5), edge(5, 4), edge(4, 0)])
    const [before, after]: readonly [Point, Point] = [
      [120.2005, 30.2],
      [120.2009, 30.2],
    ]
    expect(travelTo(net, snapper(net), 'car', before)(after).distanceM).toBeLessThan(45)
    const noRoads = netOf(2, [])
    expect(travelTo(noRoads, snapper(noRoads), 'car', place(0))(place(1)).travelMs).toBe(
      Math.round(((distanceM(place(0), place(1)) * walkDetour) / walkMps) * 1_000),
    )
  })

  test('[R5] the nearest edge by the index is the nearest of all edges, inside the town and far outside', () => {
    const coordinate = fc.tuple(fc.double({ min: 120.15, max: 120.26, noNaN: true }), fc.double({ min: 30.15, max: 30.25, noNaN: true }))
    const pair = fc.tuple(fc.nat(39), fc.nat(39)).filter(([a, b]) => a !== b)
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), coordinate, (pairs, point) => {
        const all = pairs.map(([a, b]) => edge(a, b))
        const whole = netOf(40, all)
        const each = all.map((one) => netOf(40, [one]).nearestEdge(...whole.flat(point), false)?.gapM ?? Number.POSITIVE_INFINITY)
        expect(whole.nearestEdge(...whole.flat(point), false)?.gapM).toBeCloseTo(Math.min(...each), 6)
      }),
      { numRuns: 60 },
    )
  })
})

/** The snap of a node lies on an edge that ends there; another edge through the same place would lead elsewhere. */
const touches = (snap: Snap | null, edges: readonly RoadEdge[], node: number): boolean => {
  const found = snap && edges[snap.edge]
  if (!snap || !found || snap.gapM >= 0.01) return false
  const end = snap.along < 0.001 ? found.a : snap.along > 0.999 ? found.b : -1
  return end === node
}
