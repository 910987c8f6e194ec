import { z } from 'zod'
import { distanceM, Point } from '../geo/point.ts'

/** 快速路, 主干路, 次干路, 支路, 小区道路, 步行道. */
export const RoadClass = z.enum(['trunk', 'primary', 'secondary', 'street', 'lane', 'path'])
export type RoadClass = z.infer<typeof RoadClass>

/** A straight stretch of road between two nodes; `a` and `b` are positions in `nodes`. */
export const RoadEdge = z
  .object({
    a: z.number().int().min(0),
    b: z.number().int().min(0),
    /** Empty for a way without a name. */
    name: z.string().max(40),
    class: RoadClass,
    /** Vehicles only from `a` to `b`; people on foot both ways. */
    oneway: z.boolean().default(false),
    /** No cars and no engines: feet, and bikes where they are pushed. */
    walkOnly: z.boolean().default(false),
  })
  .readonly()
export type RoadEdge = z.infer<typeof RoadEdge>

/** 路网: the town's roads as a graph; two edges meet only where they share a node. */
export const Roads = z
  .object({
    nodes: z.array(Point).max(50_000).readonly(),
    edges: z.array(RoadEdge).max(100_000).readonly(),
  })
  .readonly()
export type Roads = z.infer<typeof Roads>

/** Length of an edge in metres; Infinity when it names a node that is not there. */
export const edgeLengthM = (roads: Roads, edge: RoadEdge): number => {
  const from = roads.nodes[edge.a]
  const to = roads.nodes[edge.b]
  return from && to ? distanceM(from, to) : Number.POSITIVE_INFINITY
}
