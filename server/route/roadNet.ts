import { degreeM } from '../../shared/domain/geo/measure.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'
import { RoadClass } from '../../shared/domain/town/roads.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { edgeFinder, type EdgeFinder } from './edgeFinder.ts'

/** 路网 made ready for searching: the town's graph in flat arrays. Metres; x east and y north of the town's centre. */
export type RoadNet = {
  readonly nodeCount: number
  readonly edgeCount: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly a: Int32Array
  readonly b: Int32Array
  readonly lengthM: Float64Array
  /** Position in `RoadClass.options`. */
  readonly roadClass: Uint8Array
  /** 1 where vehicles go only from `a` to `b`. */
  readonly oneway: Uint8Array
  /** 1 where cars and engines may go at all. */
  readonly drivable: Uint8Array
  /** Arcs into node n: from `firstAt[n]` to `firstAt[n + 1] - 1`. Side by side in memory, for the searches. */
  readonly firstAt: Int32Array
  readonly arcFrom: Int32Array
  /** The edge that an arc runs along. */
  readonly edgesAt: Int32Array
  readonly arcLengthM: Float64Array
  readonly arcClass: Uint8Array
  /** 1 where a car or engine may come along this arc into the node. */
  readonly arcDrivable: Uint8Array
  readonly flat: (point: Point) => readonly [number, number]
  readonly nearestEdge: EdgeFinder
}

const flatten = (center: Point) => {
  const perLon = degreeM * Math.cos((center[1] * Math.PI) / 180)
  return ([lon, lat]: Point): readonly [number, number] => [(lon - center[0]) * perLon, (lat - center[1]) * degreeM]
}

type Edges = Pick<RoadNet, 'nodeCount' | 'a' | 'b' | 'lengthM' | 'roadClass' | 'oneway' | 'drivable'>

/** The ways into each node, as flat arrays with the place where each node's begin. */
const arcsOf = ({ nodeCount, a, b, lengthM, roadClass, oneway, drivable }: Edges) => {
  const firstAt = new Int32Array(nodeCount + 1)
  for (const ends of [a, b]) for (const node of ends) firstAt[node + 1] = (firstAt[node + 1] ?? 0) + 1
  for (let n = 0; n < nodeCount; n++) firstAt[n + 1] = (firstAt[n + 1] ?? 0) + (firstAt[n] ?? 0)
  const next = firstAt.slice()
  const count = 2 * a.length
  const arcs = {
    arcFrom: new Int32Array(count),
    edgesAt: new Int32Array(count),
    arcLengthM: new Float64Array(count),
    arcClass: new Uint8Array(count),
    arcDrivable: new Uint8Array(count),
  }
  const note = (edge: number, into: number, from: number, isWithTraffic: boolean) => {
    const at = next[into] ?? 0
    next[into] = at + 1
    arcs.arcFrom[at] = from
    arcs.edgesAt[at] = edge
    arcs.arcLengthM[at] = lengthM[edge] as number
    arcs.arcClass[at] = roadClass[edge] as number
    arcs.arcDrivable[at] = drivable[edge] === 1 && (isWithTraffic || oneway[edge] === 0) ? 1 : 0
  }
  for (let edge = 0; edge < a.length; edge++) {
    note(edge, b[edge] as number, a[edge] as number, true)
    note(edge, a[edge] as number, b[edge] as number, false)
  }
  return { firstAt, ...arcs }
}

/** The town's roads, ready to search. Built once; a search never changes it. */
export const roadNet = (town: Pick<Town, 'roads' | 'center'>): RoadNet => {
  const { nodes, edges } = town.roads
  const flat = flatten(town.center)
  const places = nodes.map(flat)
  const x = Float64Array.from(places, ([east]) => east)
  const y = Float64Array.from(places, ([, north]) => north)
  const a = Int32Array.from(edges, (edge) => edge.a)
  const b = Int32Array.from(edges, (edge) => edge.b)
  const drivable = Uint8Array.from(edges, (edge) => (edge.walkOnly || edge.class === 'path' ? 0 : 1))
  const graph = {
    nodeCount: nodes.length,
    a,
    b,
    lengthM: Float64Array.from(edges, (edge) => distanceM(nodes[edge.a] as Point, nodes[edge.b] as Point)),
    roadClass: Uint8Array.from(edges, (edge) => RoadClass.options.indexOf(edge.class)),
    oneway: Uint8Array.from(edges, (edge) => (edge.oneway ? 1 : 0)),
    drivable,
  }
  return { ...graph, edgeCount: edges.length, x, y, ...arcsOf(graph), flat, nearestEdge: edgeFinder({ x, y, a, b, drivable }) }
}
