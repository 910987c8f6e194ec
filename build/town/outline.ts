import type { Flat } from './frame.ts'
import type { Cell, Lattice, Side } from './lattice.ts'

type Step = { readonly side: Side; readonly from: string; readonly to: string; readonly points: readonly Flat[] }

const ahead = (side: Side): Step => ({ side, from: side.from, to: side.to, points: side.points })
const back = (side: Side): Step => ({ side, from: side.to, to: side.from, points: side.points.toReversed() })

const around = (net: Lattice, [row, column]: Cell): readonly Step[] => [
  ahead(net.alongSide(row, column)),
  ahead(net.acrossSide(column + 1, row)),
  back(net.alongSide(row + 1, column)),
  back(net.acrossSide(column, row)),
]

/** The ring around a set of blocks that hang together without holes; it runs along the axes of the streets. */
export const outline = (net: Lattice, cells: readonly Cell[]): readonly Flat[] => {
  const steps = cells.flatMap((cell) => around(net, cell))
  const uses = new Map<string, number>()
  for (const { side } of steps) uses.set(side.key, (uses.get(side.key) ?? 0) + 1)
  const outer = new Map(steps.filter(({ side }) => uses.get(side.key) === 1).map((step) => [step.from, step]))
  const first = outer.values().next().value
  if (!first) throw new Error('No blocks to go around')
  const ring: Flat[] = []
  for (let step: Step | undefined = first; step; step = outer.get(step.to)) {
    ring.push(...step.points.slice(0, -1))
    outer.delete(step.from)
  }
  if (outer.size > 0) throw new Error(`The blocks ${cells.join(' ')} do not hang together`)
  return ring
}
