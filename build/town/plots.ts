import { isJoined, type Cell } from './lattice.ts'
import type { Plot } from './footprints.ts'
import { useOf, type Use } from './plan.ts'
import { acrossStreets, alongStreets, columns, halfWidthM, rows, type Street } from './streets.ts'

export type Lot = { readonly cells: readonly Cell[]; readonly use: Use; readonly plot: Plot; readonly key: string }

const same = (a: Cell, b: Cell) => a[0] === b[0] && a[1] === b[1]

const hanging = (start: Cell): readonly Cell[] => {
  const group: Cell[] = [start]
  for (const cell of group) {
    const [row, column] = cell
    const around: readonly Cell[] = [
      [row + 1, column],
      [row - 1, column],
      [row, column + 1],
      [row, column - 1],
    ]
    group.push(...around.filter((next) => isJoined(cell, next) && !group.some((known) => same(known, next))))
  }
  return group
}

const street = (streets: readonly Street[], i: number): Street => {
  const found = streets[i]
  if (!found) throw new Error(`No street ${i}`)
  return found
}

/** Pavement, front garden, and the looseness of the crossings. */
const setbackM = 12

const plotOf = (cells: readonly Cell[]): Plot => {
  const [top, left] = [Math.max(...cells.map(([r]) => r)) + 1, Math.min(...cells.map(([, c]) => c))]
  const [bottom, right] = [Math.min(...cells.map(([r]) => r)), Math.max(...cells.map(([, c]) => c)) + 1]
  const inset = (s: Street) => halfWidthM[s.class] + setbackM
  const [west, east, south, north] = [
    street(acrossStreets, left),
    street(acrossStreets, right),
    street(alongStreets, bottom),
    street(alongStreets, top),
  ]
  return { u0: west.at + inset(west), u1: east.at - inset(east), v0: south.at + inset(south), v1: north.at - inset(north) }
}

/** Every block or group of joined blocks, with the ground that may be built on. */
export const lots = (): readonly Lot[] =>
  Array.from({ length: rows * columns }, (_, n): Cell => [Math.floor(n / columns), n % columns]).flatMap((cell) => {
    const cells = hanging(cell)
    const isFirst = cells.every(([r, c]) => r > cell[0] || (r === cell[0] && c >= cell[1]))
    return isFirst ? [{ cells, use: useOf(...cell), plot: plotOf(cells), key: cell.join(',') }] : []
  })
