import type { Problem } from './problem.ts'
import type { Roads } from './roads.ts'

const unknownNodes = ({ nodes, edges }: Roads): readonly Problem[] =>
  edges.flatMap((edge, i) =>
    (['a', 'b'] as const)
      .filter((end) => edge[end] >= nodes.length)
      .map((end) => ({
        path: `roads.edges[${i}].${end}`,
        zh: `没有第 ${edge[end]} 号路网节点，共 ${nodes.length} 个`,
        en: `There is no node ${edge[end]}; the roads have ${nodes.length}`,
      })),
  )

const loops = ({ edges }: Roads): readonly Problem[] =>
  edges.flatMap((edge, i) =>
    edge.a === edge.b ? [{ path: `roads.edges[${i}]`, zh: '路段的起点与终点相同', en: 'The edge ends where it begins' }] : [],
  )

const reached = ({ nodes, edges }: Roads): ReadonlySet<number> => {
  const beside: number[][] = nodes.map(() => [])
  for (const { a, b } of edges) {
    beside[a]?.push(b)
    beside[b]?.push(a)
  }
  const seen = new Set<number>([0])
  const open = [0]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const fresh = (beside[node] ?? []).filter((next) => !seen.has(next))
    for (const next of fresh) seen.add(next)
    open.push(...fresh)
  }
  return seen
}

const islands = (roads: Roads): readonly Problem[] => {
  if (roads.nodes.length === 0) return []
  const seen = reached(roads)
  const lost = roads.nodes.findIndex((_, i) => !seen.has(i))
  if (lost < 0) return []
  const count = roads.nodes.length - seen.size
  return [
    {
      path: `roads.nodes[${lost}]`,
      zh: `路网不连通：有 ${count} 个节点从第 0 号节点走不到，第一个是 ${lost} 号`,
      en: `The roads are not connected: ${count} nodes cannot be reached from node 0, the first is ${lost}`,
    },
  ]
}

const noRoads: Problem = {
  path: 'roads.edges',
  zh: '没有道路：算不出谁先到，地图上也没有路',
  en: 'There are no roads: nobody could be told who is there first, and the map would show none',
}

/** No roads at all, edges that name no node or go nowhere, and roads in pieces. Direction is ignored: people on foot go both ways. */
export const roadProblems = (roads: Roads): readonly Problem[] => {
  if (roads.edges.length === 0) return [noRoads]
  const unknown = unknownNodes(roads)
  return unknown.length > 0 ? unknown : [...loops(roads), ...islands(roads)]
}
