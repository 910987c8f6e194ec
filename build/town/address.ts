import type { Lot } from './plots.ts'
import { acrossStreets, alongStreets } from './streets.ts'

/** House numbers grow by one for every so many metres of street. */
const metresPerNumber = 29.5
/** Where the numbers of along streets begin. */
const firstU = -1560

const rank = { primary: 0, secondary: 1, trunk: 4, street: 2, lane: 5, path: 9 } as const

type Front = { readonly name: string; readonly rank: number; readonly alongM: number; readonly isEven: boolean }

/** The streets around a lot, best address first; the even numbers are on the water's side and on the south-west. */
const fronts = ({ cells, plot }: Lot): readonly Front[] => {
  const rowsOf = cells.map(([r]) => r)
  const columnsOf = cells.map(([, c]) => c)
  const [u, v] = [(plot.u0 + plot.u1) / 2, (plot.v0 + plot.v1) / 2]
  const along = [Math.max(...rowsOf) + 1, Math.min(...rowsOf)].map((j, n) => ({
    street: alongStreets[j],
    alongM: u - firstU,
    isEven: n === 0,
  }))
  const across = [Math.max(...columnsOf) + 1, Math.min(...columnsOf)].map((i, n) => ({
    street: acrossStreets[i],
    alongM: v,
    isEven: n === 0,
  }))
  return [...along, ...across]
    .flatMap(({ street, alongM, isEven }) => (street ? [{ name: street.name, rank: rank[street.class], alongM, isEven }] : []))
    .filter((front) => front.rank < 9)
    .toSorted((a, b) => a.rank - b.rank)
}

/** Gives lots their addresses; no number is given twice. */
export const addressBook = () => {
  const taken = new Set<string>()
  return (lot: Lot): string => {
    const front = fronts(lot)[0]
    if (!front) throw new Error(`No street leads to ${lot.key}`)
    const near = Math.max(1, Math.round(front.alongM / metresPerNumber))
    let number = near % 2 === (front.isEven ? 0 : 1) ? near : near + 1
    while (taken.has(`${front.name}${number}`)) number += 2
    taken.add(`${front.name}${number}`)
    return `${front.name}${number}号`
  }
}
