/** The place on the net that is nearest to a point. */
export type Snap = {
  readonly edge: number
  /** How far along the edge from `a`, 0–1. */
  readonly along: number
  /** From the point to the edge, metres. */
  readonly gapM: number
}

/** The nearest edge to a place in flat metres, or null on a net without a fitting edge. */
export type EdgeFinder = (x: number, y: number, drivableOnly: boolean) => Snap | null

type Edges = {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly a: Int32Array
  readonly b: Int32Array
  readonly drivable: Uint8Array
}

/** Side of a cell of the index, metres: about a city block, so that a cell holds a handful of edges. */
const cellM = 150

/** How far along the edge its nearest place to (px, py) is, 0–1. */
const alongOf = ({ x, y, a, b }: Edges, edge: number, px: number, py: number): number => {
  const from = a[edge] as number
  const to = b[edge] as number
  const ax = x[from] as number
  const ay = y[from] as number
  const dx = (x[to] as number) - ax
  const dy = (y[to] as number) - ay
  const length2 = dx * dx + dy * dy
  return length2 === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length2))
}

/** The square of the gap between (px, py) and the place `along` the edge. */
const gap2At = ({ x, y, a, b }: Edges, edge: number, along: number, px: number, py: number): number => {
  const from = a[edge] as number
  const to = b[edge] as number
  const ax = x[from] as number
  const ay = y[from] as number
  const gx = ax + along * ((x[to] as number) - ax) - px
  const gy = ay + along * ((y[to] as number) - ay) - py
  return gx * gx + gy * gy
}

const least = (values: Float64Array) => values.reduce((min, value) => Math.min(min, value), Number.POSITIVE_INFINITY)
const most = (values: Float64Array) => values.reduce((max, value) => Math.max(max, value), Number.NEGATIVE_INFINITY)

/** Edges by the cells that their boxes touch. */
const cellsOf = (edges: Edges, left: number, bottom: number, columns: number) => {
  const cells = new Map<number, number[]>()
  const column = (x: number) => Math.floor((x - left) / cellM)
  const row = (y: number) => Math.floor((y - bottom) / cellM)
  const span = (values: Float64Array, edge: number) => {
    const [one, other] = [values[edges.a[edge] as number] as number, values[edges.b[edge] as number] as number]
    return one < other ? ([one, other] as const) : ([other, one] as const)
  }
  const note = (edge: number, cell: number) => {
    const held = cells.get(cell)
    if (held) held.push(edge)
    else cells.set(cell, [edge])
  }
  for (let edge = 0; edge < edges.a.length; edge++) {
    const [west, east] = span(edges.x, edge)
    const [south, north] = span(edges.y, edge)
    for (let r = row(south); r <= row(north); r++) for (let c = column(west); c <= column(east); c++) note(edge, r * columns + c)
  }
  return cells
}

/** Builds the index of an edge set once; each question then looks only at the cells around the point. */
export const edgeFinder = (edges: Edges): EdgeFinder => {
  if (edges.a.length === 0) return () => null
  const [left, bottom] = [least(edges.x), least(edges.y)]
  const columns = Math.floor((most(edges.x) - left) / cellM) + 1
  const rows = Math.floor((most(edges.y) - bottom) / cellM) + 1
  const cells = cellsOf(edges, left, bottom, columns)
  const everywhere = Array.from(edges.a.keys())

  // Asked for every unit that moved: no object is made on the way, only for the answer.
  const found = { edge: -1, gap2: Number.POSITIVE_INFINITY }
  const look = (among: readonly number[] | undefined, x: number, y: number, drivableOnly: boolean) => {
    if (!among) return
    for (const edge of among) {
      if (drivableOnly && edges.drivable[edge] !== 1) continue
      const gap2 = gap2At(edges, edge, alongOf(edges, edge, x, y), x, y)
      // Equal gaps go to the lower edge, so that the answer does not hang on the index.
      if (gap2 > found.gap2 || (gap2 === found.gap2 && edge > found.edge)) continue
      found.edge = edge
      found.gap2 = gap2
    }
  }
  /** Cells whose larger distance in rows or columns from (c, r) is exactly `ring`. */
  const lookInRing = (c: number, r: number, ring: number, x: number, y: number, drivableOnly: boolean) => {
    for (let row = Math.max(0, r - ring); row <= Math.min(rows - 1, r + ring); row++) {
      const step = Math.abs(row - r) === ring ? 1 : 2 * ring
      for (let column = c - ring; column <= c + ring; column += step) {
        if (column >= 0 && column < columns) look(cells.get(row * columns + column), x, y, drivableOnly)
      }
    }
  }
  const answer = (x: number, y: number): Snap | null =>
    found.edge < 0 ? null : { edge: found.edge, along: alongOf(edges, found.edge, x, y), gapM: Math.sqrt(found.gap2) }

  return (x, y, drivableOnly) => {
    found.edge = -1
    found.gap2 = Number.POSITIVE_INFINITY
    const [c, r] = [Math.floor((x - left) / cellM), Math.floor((y - bottom) / cellM)]
    // Far outside the town the rings would be empty for long; a rare question may look at everything.
    const isOutside = c < 0 || r < 0 || c >= columns || r >= rows
    if (isOutside) look(everywhere, x, y, drivableOnly)
    for (let ring = 0; !isOutside && ring <= Math.max(rows, columns); ring++) {
      lookInRing(c, r, ring, x, y, drivableOnly)
      if (found.gap2 <= (ring * cellM) ** 2) break
    }
    return answer(x, y)
  }
}
