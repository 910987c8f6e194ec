import type { Chance } from './chance.ts'
import type { Flat } from './frame.ts'
import { joined } from './plan.ts'
import { acrossStreets, alongStreets, columns, rows } from './streets.ts'

/** A block between four streets: `row` counts from the water, `column` from the south-west. */
export type Cell = readonly [row: number, column: number]

/** A stretch of street between two neighbouring crossings, or the seam where none was built. */
export type Side = {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly points: readonly Flat[]
  readonly isBuilt: boolean
}

export type Lattice = {
  readonly corner: (across: number, along: number) => Flat
  /** Of the along street `along`, in front of `column`. */
  readonly alongSide: (along: number, column: number) => Side
  /** Of the across street `across`, beside `row`. */
  readonly acrossSide: (across: number, row: number) => Side
}

export const cornerKey = (across: number, along: number): string => `${across}:${along}`

const cellKey = ([row, column]: Cell) => `${row},${column}`

const seams = new Set(joined.flatMap(([a, b]) => [`${cellKey(a)}|${cellKey(b)}`, `${cellKey(b)}|${cellKey(a)}`]))

export const isJoined = (a: Cell, b: Cell): boolean => seams.has(`${cellKey(a)}|${cellKey(b)}`)

const at = (streets: readonly { readonly at: number }[], i: number): number => {
  const street = streets[i]
  if (!street) throw new Error(`No street ${i}`)
  return street.at
}

/** Crossings are a few metres off the ruler, and stretches of lesser streets sag a little: nothing was laid out in one day. */
export const lattice = (dice: Chance): Lattice => {
  const corners = new Map<string, Flat>()
  for (let i = 0; i <= columns; i++) {
    for (let j = 0; j <= rows; j++) {
      const loose = j <= 1 ? 3 : 11
      corners.set(cornerKey(i, j), [at(acrossStreets, i) + dice.between(-loose, loose), at(alongStreets, j) + dice.between(-loose, loose)])
    }
  }
  const corner = (i: number, j: number): Flat => {
    const flat = corners.get(cornerKey(i, j))
    if (!flat) throw new Error(`No crossing ${i}:${j}`)
    return flat
  }
  const sags = new Map<string, Flat>()
  const sagOf = (key: string, isMinor: boolean): Flat => {
    const known = sags.get(key)
    if (known) return known
    const loose = isMinor ? 7 : 2
    const sag: Flat = [dice.between(-loose, loose), dice.between(-loose, loose)]
    sags.set(key, sag)
    return sag
  }
  const side = (key: string, a: readonly [number, number], b: readonly [number, number], isMinor: boolean, isBuilt: boolean): Side => {
    const [start, end, sag] = [corner(...a), corner(...b), sagOf(key, isMinor)]
    const bow: Flat = [(start[0] + end[0]) / 2 + sag[0], (start[1] + end[1]) / 2 + sag[1]]
    return { key, from: cornerKey(...a), to: cornerKey(...b), points: [start, bow, end], isBuilt }
  }
  return {
    corner,
    alongSide: (j, column) => {
      const isBuilt = !isJoined([j - 1, column], [j, column])
      return side(`along ${j} ${column}`, [column, j], [column + 1, j], alongStreets[j]?.class === 'street', isBuilt)
    },
    acrossSide: (i, row) => {
      const isBuilt = !isJoined([row, i - 1], [row, i])
      return side(`across ${i} ${row}`, [i, row], [i, row + 1], acrossStreets[i]?.class === 'street', isBuilt)
    },
  }
}
