import type { TownFile } from '../../shared/domain/town/town.ts'
import type { Chance } from './chance.ts'
import { toPoint } from './frame.ts'
import { isJoined, type Cell, type Lattice } from './lattice.ts'
import { outline } from './outline.ts'
import { communityNames, communityPlan } from './plan.ts'
import { acrossStreets, alongStreets, columns, rows } from './streets.ts'

export type Areas = {
  readonly boundary: TownFile['boundary']
  readonly communities: TownFile['communities']
  readonly grids: TownFile['grids']
  /** Blocks of each grid, in the order of `grids`. */
  readonly cells: readonly (readonly Cell[])[]
}

/** About how many grids the town has. */
const wantedGrids = 46

const everyCell: readonly Cell[] = Array.from({ length: rows * columns }, (_, n) => [Math.floor(n / columns), n % columns] as const)

const letterOf = ([row, column]: Cell): string => {
  const letter = communityPlan[row]?.[column]
  if (!letter) throw new Error(`No community for block ${row},${column}`)
  return letter
}

const isMajor = (class_: string | undefined) => class_ === 'primary' || class_ === 'trunk'

/** Neighbours, and whether a main road lies between them. */
const between = (a: Cell, b: Cell): 'apart' | 'main road' | 'street' => {
  const [rowStep, columnStep] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])]
  if (rowStep + columnStep !== 1) return 'apart'
  const street = rowStep === 1 ? alongStreets[Math.max(a[0], b[0])] : acrossStreets[Math.max(a[1], b[1])]
  return isMajor(street?.class) ? 'main road' : 'street'
}

/** The bank belongs to whoever answers for the houses behind it; blocks without a street between them are one. */
const belongTogether = (a: Cell, b: Cell): boolean => isJoined(a, b) || (a[1] === b[1] && a[0] + b[0] === 1)

const merge = (groups: (readonly Cell[])[], i: number, j: number): (readonly Cell[])[] => [
  ...groups.filter((_, n) => n !== i && n !== j),
  [...(groups[i] ?? []), ...(groups[j] ?? [])],
]

const gridCells = (dice: Chance): readonly (readonly Cell[])[] => {
  let groups: (readonly Cell[])[] = everyCell.map((cell) => [cell])
  const pairOf = (fits: (a: readonly Cell[], b: readonly Cell[]) => boolean) =>
    groups.flatMap((a, i) => groups.flatMap((b, j) => (j > i && fits(a, b) ? [[i, j] as const] : [])))
  for (let pairs = pairOf((a, b) => a.some((x) => b.some((y) => belongTogether(x, y)))); pairs[0];) {
    groups = merge(groups, ...pairs[0])
    pairs = pairOf((a, b) => a.some((x) => b.some((y) => belongTogether(x, y))))
  }
  const mayMerge = (a: readonly Cell[], b: readonly Cell[]) =>
    a.length + b.length <= 3 &&
    a.every((x) => b.every((y) => letterOf(x) === letterOf(y))) &&
    a.some((x) => b.some((y) => between(x, y) === 'street'))
  for (let pairs = pairOf(mayMerge); groups.length > wantedGrids && pairs.length > 0; pairs = pairOf(mayMerge)) {
    groups = merge(groups, ...dice.pick(pairs))
  }
  return groups
}

const twoDigits = (n: number) => String(n).padStart(2, '0')

const byPlace = (a: readonly Cell[], b: readonly Cell[]): number => {
  const [x, y] = [a.toSorted()[0] as Cell, b.toSorted()[0] as Cell]
  return letterOf(x).localeCompare(letterOf(y)) || x[0] - y[0] || x[1] - y[1]
}

/** Communities and grids, drawn along the streets so that neighbours share their edges exactly. */
export const areas = (net: Lattice, dice: Chance): Areas => {
  const ringOf = (cells: readonly Cell[]) => outline(net, cells).map(toPoint)
  const letters = Object.keys(communityNames)
  const communityId = (letter: string) => `C${twoDigits(letters.indexOf(letter) + 1)}`
  const cells = gridCells(dice).toSorted(byPlace)
  const counts = new Map<string, number>()
  const grids = cells.map((group) => {
    const letter = letterOf(group[0] as Cell)
    const number = (counts.get(letter) ?? 0) + 1
    counts.set(letter, number)
    return {
      id: `G${communityId(letter).slice(1)}${twoDigits(number)}`,
      name: `${communityNames[letter]}第${number}网格`,
      community: communityId(letter),
      ring: ringOf(group),
    }
  })
  return {
    boundary: ringOf(everyCell),
    communities: letters.map((letter) => ({
      id: communityId(letter),
      name: communityNames[letter] ?? letter,
      ring: ringOf(everyCell.filter((cell) => letterOf(cell) === letter)),
    })),
    grids,
    cells,
  }
}
