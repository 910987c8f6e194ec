import type { Point } from '../../shared/domain/geo/point.ts'
import type { TownFile } from '../../shared/domain/town/town.ts'
import type { Chance } from './chance.ts'
import { troops, type Troop } from './forces.ts'
import { people } from './people.ts'

type Unit = TownFile['units'][number]
type Building = TownFile['buildings'][number]
type Grid = TownFile['grids'][number]

/** 138-0000-xxxx was never given to a subscriber: well-formed, and rings nobody. */
const phone = (n: number): string => `1380000${String(1000 + n).padStart(4, '0')}`

const homeless = (force: string): never => {
  throw new Error(`No home for a unit of ${force}`)
}

/** Every `count`-th stretch of the grids, so that the first round leaves none without somebody. */
const gridsOf = (grids: readonly Grid[], troop: Troop, n: number): readonly Grid[] => {
  const first = Math.floor((n * grids.length) / troop.count)
  const next = Math.max(first + 1, Math.floor(((n + 1) * grids.length) / troop.count))
  return grids.slice(first, next)
}

/** Compounds large enough to have staff of their own at the gate. */
const staffed = (buildings: readonly Building[]): readonly Building[] =>
  buildings.filter(
    ({ name, kind }) => name.endsWith('1幢') && !name.endsWith('11幢') && (kind === 'office' || kind === 'residential' || kind === 'mall'),
  )

const homeOf = (troop: Troop, n: number, mine: readonly Grid[], buildings: readonly Building[]): Building => {
  if (troop.home[0] === 'compound') {
    const gates = staffed(buildings)
    return gates[Math.floor((n * gates.length) / troop.count)] ?? homeless(troop.force)
  }
  const wanted = troop.home[n % Math.max(1, troop.home.length)]
  const found = buildings.find(({ name, grid }) => (wanted ? name === wanted : grid === mine[0]?.id))
  return found ?? homeless(`${troop.force}, ${wanted ?? mine[0]?.id}`)
}

/** Beside the door, not in it: units that wait at one house are not drawn on one spot. */
const beside = ([lon, lat]: Point, dice: Chance): [number, number] => [
  Math.round((lon + dice.between(-0.00025, 0.00025)) * 1e6) / 1e6,
  Math.round((lat + dice.between(-0.00022, 0.00022)) * 1e6) / 1e6,
]

/** Everyone who can be sent: all ten forces, each with someone on shift at every hour of the week. */
export const units = (grids: readonly Grid[], buildings: readonly Building[], dice: Chance): readonly Unit[] => {
  const name = people(dice)
  let number = 0
  return troops.flatMap((troop) =>
    Array.from({ length: troop.count }, (_, n): Unit => {
      number += 1
      const share = troop.grids > 0 ? gridsOf(grids, troop, n) : []
      const home = homeOf(troop, n, share, buildings)
      const compound = home.name.replace(/1幢$/, '')
      return {
        id: `${troop.letter}${n + 1}`,
        name: troop.force === 'property' ? `${compound}物业 ${name()}` : troop.call(n, name()),
        force: troop.force,
        skills: [...troop.skills(n)],
        grids: troop.force === 'property' ? [home.grid] : share.map(({ id }) => id),
        crew: troop.crew(n),
        vehicle: troop.vehicle(n),
        home: beside(home.point, dice),
        phone: phone(number),
        roster: [...troop.roster(n)],
      }
    }),
  )
}

/** Each grid with the grid worker who leads it. */
export const withLeaders = (grids: readonly Grid[], everyone: readonly Unit[]): readonly Grid[] =>
  grids.map((grid) => ({
    ...grid,
    leader: everyone.find(({ force, grids: theirs }) => force === 'grid' && theirs.includes(grid.id))?.id ?? null,
  }))
