import type { TownFile } from '../../shared/domain/town/town.ts'
import { addressBook } from './address.ts'
import type { Areas } from './areas.ts'
import { canalHalfM, toCanalM } from './canal.ts'
import type { Chance } from './chance.ts'
import { namedBlocks, namesFor } from './compoundNames.ts'
import { patterns, type House } from './footprints.ts'
import { middle, toPoint, type Flat } from './frame.ts'
import { civic, depot, hospital, hotel, mall, market, school, service, teahouse, terrace } from './landmarksBuilt.ts'
import { lots, type Lot } from './plots.ts'

type Building = TownFile['buildings'][number]

const housesOf = ({ use, plot }: Lot, dice: Chance): readonly House[] => {
  switch (use) {
    case 'bank':
      return []
    case 'terrace':
      return terrace(plot)
    case 'office':
      return patterns.offices(plot, dice)
    case 'civic':
      return civic(plot)
    case 'mall':
      return mall(plot)
    case 'hotel':
      return hotel(plot)
    case 'homes':
      return patterns.slabs(plot, dice)
    case 'towers':
      return patterns.points(plot, dice)
    case 'old':
      return patterns.oldHouses(plot, dice)
    case 'market':
      return market(plot)
    case 'hospital':
      return hospital(plot)
    case 'school':
      return school(plot)
    case 'park':
      return teahouse(plot)
    case 'depot':
      return depot(plot)
    case 'service':
      return service(plot)
  }
}

/** A foot path and a row of trees between the water's edge and a wall, metres. */
const quayM = 10

const isDry = ({ ring }: House): boolean =>
  ring.every((corner, i) => {
    const next = ring[(i + 1) % ring.length] as Flat
    return [0, 0.25, 0.5, 0.75].every(
      (t) => toCanalM([corner[0] + (next[0] - corner[0]) * t, corner[1] + (next[1] - corner[1]) * t]) > canalHalfM + quayM,
    )
  })

const nameOfHouse = (compound: string, houses: readonly string[] | undefined, n: number, count: number): string =>
  houses?.[n] ?? (count === 1 ? compound : `${compound}${n + 1}幢`)

/** Every building of the town with its name and address; houses of one compound share the address of its gate. */
export const buildings = (areas: Areas, dice: Chance): readonly Building[] => {
  const addressOf = addressBook()
  const used = new Set<string>()
  const gridOf = (lot: Lot): string => {
    const [row, column] = lot.cells[0] as readonly [number, number]
    const n = areas.cells.findIndex((cells) => cells.some(([r, c]) => r === row && c === column))
    return areas.grids[n]?.id ?? ''
  }
  const freshName = (lot: Lot): string => {
    const free = namesFor(lot.use).filter((name) => !used.has(name))
    const name = dice.pick(free)
    used.add(name)
    return name
  }
  let number = 0
  return lots().flatMap((lot) => {
    const houses = housesOf(lot, dice).filter(isDry)
    if (houses.length === 0) return []
    const named = namedBlocks[lot.key]
    const name = named?.name ?? freshName(lot)
    const address = addressOf(lot)
    return houses.map(({ ring, floors, kind }, n): Building => {
      number += 1
      const aliases = n === 0 && named?.aliases ? { aliases: named.aliases } : {}
      return {
        id: `B${String(number).padStart(4, '0')}`,
        name: nameOfHouse(name, named?.houses, n, houses.length),
        address,
        ...aliases,
        point: toPoint(middle(ring)),
        footprint: ring.map(toPoint),
        grid: gridOf(lot),
        floors,
        kind,
      }
    })
  })
}
