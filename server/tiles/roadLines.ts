import type { Point } from '../../shared/domain/geo/point.ts'
import type { RoadEdge, Roads } from '../../shared/domain/town/roads.ts'

export type RoadLine = {
  readonly name: string
  readonly class: RoadEdge['class']
  readonly oneway: boolean
  readonly line: readonly Point[]
}

const likeness = ({ name, class: class_, oneway, walkOnly }: RoadEdge) => `${name}|${class_}|${oneway}|${walkOnly}`

type Beside = ReadonlyMap<number, readonly RoadEdge[]>

const besideNodes = (edges: readonly RoadEdge[]): Beside => {
  const beside = new Map<number, RoadEdge[]>()
  const add = (node: number, edge: RoadEdge) => beside.set(node, [...(beside.get(node) ?? []), edge])
  for (const edge of edges) {
    add(edge.a, edge)
    add(edge.b, edge)
  }
  return beside
}

/** True when a one-way edge met at `node` would be driven against its sign. */
const isAgainst = (edge: RoadEdge, node: number, isOnward: boolean): boolean => edge.oneway && (isOnward ? edge.a : edge.b) !== node

/** Walks from `start` over unused edges while the way is not in doubt; the nodes passed, without `start`. */
const walk = (beside: Beside, used: Set<RoadEdge>, start: number, isOnward: boolean): readonly number[] => {
  const passed: number[] = []
  for (let node = start; ;) {
    const here = beside.get(node) ?? []
    const next = here.find((edge) => !used.has(edge))
    if (!next || here.length > 2 || isAgainst(next, node, isOnward)) return passed
    used.add(next)
    node = next.a === node ? next.b : next.a
    passed.push(node)
  }
}

/**
 * The edges of the graph joined to long lines, one for each stretch of a road with one name.
 *
 * Labels are set along lines: on stretches of a hundred metres there is room for none, and each would want its own.
 * A one-way line runs with the traffic, so that arrows along it are true.
 */
export const roadLines = ({ nodes, edges }: Roads): readonly RoadLine[] => {
  const groups = new Map<string, RoadEdge[]>()
  for (const edge of edges) groups.set(likeness(edge), [...(groups.get(likeness(edge)) ?? []), edge])
  return [...groups.values()].flatMap((alike) => {
    const beside = besideNodes(alike)
    const used = new Set<RoadEdge>()
    return alike.flatMap((edge): readonly RoadLine[] => {
      if (used.has(edge)) return []
      used.add(edge)
      const onward = walk(beside, used, edge.b, true)
      const backward = walk(beside, used, edge.a, false)
      const line = [...backward.toReversed(), edge.a, edge.b, ...onward].flatMap((node) => {
        const point = nodes[node]
        return point ? [point] : []
      })
      return [{ name: edge.name, class: edge.class, oneway: edge.oneway, line }]
    })
  })
}
