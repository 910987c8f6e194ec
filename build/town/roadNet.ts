import type { RoadClass } from '../../shared/domain/town/roads.ts'
import type { TownFile } from '../../shared/domain/town/town.ts'
import type { Chance } from './chance.ts'
import { toPoint, type Flat } from './frame.ts'
import { cornerKey, type Lattice, type Side } from './lattice.ts'
import { useOf, type Use } from './plan.ts'
import { acrossStreets, alongStreets, columns, rows, type Street } from './streets.ts'

type Roads = TownFile['roads']
type Edge = Roads['edges'][number]

/** One-way by name: along the shopping streets traffic runs in a circle. */
const oneway = new Set(['潮音街', '丹桂街'])

const laneUses: readonly Use[] = ['homes', 'towers', 'old', 'hospital', 'school', 'market', 'depot', 'mall', 'office', 'service']

/** Collects nodes and edges; the same name is the same node. */
const drawing = () => {
  const numbers = new Map<string, number>()
  const nodes: Flat[] = []
  const edges: Edge[] = []
  const node = (key: string, flat: Flat): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, nodes.length)
    return nodes.push(flat) - 1
  }
  const edge = (a: number, b: number, street: { readonly name: string; readonly class: RoadClass }) => {
    const isPath = street.class === 'path'
    const flags = { ...(oneway.has(street.name) ? { oneway: true } : {}), ...(isPath ? { walkOnly: true } : {}) }
    edges.push({ a, b, name: street.name, class: street.class, ...flags })
  }
  return { node, edge, roads: (): Roads => ({ nodes: nodes.map(toPoint), edges }) }
}
type Drawing = ReturnType<typeof drawing>

const drawSide = ({ node, edge }: Drawing, side: Side, street: { readonly name: string; readonly class: RoadClass }) => {
  const [start, bow, end] = side.points as readonly [Flat, Flat, Flat]
  const [a, m, b] = [node(side.from, start), node(side.key, bow), node(side.to, end)]
  edge(a, m, street)
  edge(m, b, street)
}

const bankWay = { name: '', class: 'path' } as const

const streetsInside = (net: Lattice, paper: Drawing) => {
  alongStreets.forEach((street, j) => {
    for (let c = 0; c < columns; c++) {
      const side = net.alongSide(j, c)
      if (side.isBuilt) drawSide(paper, side, street)
    }
  })
  acrossStreets.forEach((street, i) => {
    for (let r = 0; r < rows; r++) {
      const side = net.acrossSide(i, r)
      const isUnderBridge = r === 0 && street.beyond[0] > 0
      if (side.isBuilt && !isUnderBridge) drawSide(paper, side, r === 0 ? bankWay : street)
    }
  })
}

/** How far apart the bends of a road outside the town are, metres. */
const strideM = 210

const drawBeyond = (
  { node, edge }: Drawing,
  from: { readonly key: string; readonly flat: Flat },
  towards: Flat,
  lengthM: number,
  street: Street,
) => {
  const steps = Math.round(lengthM / strideM)
  let last = node(from.key, from.flat)
  for (let n = 1; n <= steps; n++) {
    const reach = (lengthM * n) / steps
    const next = node(`${from.key} beyond ${towards} ${n}`, [from.flat[0] + towards[0] * reach, from.flat[1] + towards[1] * reach])
    edge(last, next, street)
    last = next
  }
}

const streetsBeyond = (net: Lattice, paper: Drawing) => {
  const start = (i: number, j: number) => ({ key: cornerKey(i, j), flat: net.corner(i, j) })
  alongStreets.forEach((street, j) => {
    drawBeyond(paper, start(0, j), [-1, 0], street.beyond[0], street)
    drawBeyond(paper, start(columns, j), [1, 0], street.beyond[1], street)
  })
  acrossStreets.forEach((street, i) => {
    drawBeyond(paper, start(i, 1), [0, -1], street.beyond[0], street)
    drawBeyond(paper, start(i, rows), [0, 1], street.beyond[1], street)
  })
}

/** A lane through the middle of each built-up block, from street to street; park and civic ground get paths. */
const lanes = (net: Lattice, paper: Drawing, dice: Chance) => {
  for (let row = 1; row < rows; row++) {
    for (let c = 0; c < columns; c++) {
      const use = useOf(row, c)
      const way = laneUses.includes(use) ? ({ name: '', class: 'lane' } as const) : bankWay
      const [below, above] = [net.alongSide(row, c), net.alongSide(row + 1, c)]
      const [from, to] = [below.points[1] as Flat, above.points[1] as Flat]
      const inner = paper.node(`inner ${row} ${c}`, [
        (from[0] + to[0]) / 2 + dice.between(-4, 4),
        (from[1] + to[1]) / 2 + dice.between(-12, 12),
      ])
      paper.edge(paper.node(below.key, from), inner, way)
      paper.edge(inner, paper.node(above.key, to), way)
    }
  }
}

/** The road graph: streets inside, main roads some way out of the town, the bridge, lanes through the blocks. */
export const roadNet = (net: Lattice, dice: Chance): Roads => {
  const paper = drawing()
  streetsInside(net, paper)
  streetsBeyond(net, paper)
  lanes(net, paper, dice)
  return paper.roads()
}
