import type { Place } from '../../shared/domain/incident/report.ts'
import type { Building, Landmark } from '../../shared/domain/town/building.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { gridAt } from '../../shared/domain/town/whereIs.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import { plainAddress } from './plainAddress.ts'

/** What a name of the town stands for, without the words of the caller. */
export type Spot = Omit<Place, 'text' | 'source'> & {
  readonly label: string
  readonly how: 'building' | 'number' | 'landmark' | 'crossing' | 'road' | 'community'
}

/** Every way to name a place of the town: plain name → what it may stand for. */
export type Gazetteer = {
  readonly names: readonly string[]
  readonly spots: ReadonlyMap<string, readonly Spot[]>
  /** 钱江路 → its numbered buildings, for a number that no building has. */
  readonly numbers: ReadonlyMap<string, readonly { readonly number: number; readonly spot: Spot }[]>
}

const communityOf = (town: Town) => {
  const byGrid = new Map(town.grids.map(({ id, community }) => [id, community]))
  return (grid: Building['grid'] | undefined) => (grid && byGrid.get(grid)) ?? null
}

/** 太和广场3幢 → 太和广场: what people say when they leave out which one. */
export const withoutBlock = (name: string): string => name.replace(/(?:[0-9]+(?:号楼|幢|座|号)|[a-z](?:座|幢|楼))$/, '')

const addressPattern = /^(.+?(?:路|街|巷|弄|道|里|大道))([0-9]+)号/

/** 地铁市民中心站A口 is also 市民中心站A口, 市民中心地铁站A口 and 市民中心地铁A口. */
const metroVariants = (name: string): readonly string[] => {
  const match = /^(?:地铁)?(.+?)(?:地铁)?站(.*)$/.exec(name)
  if (!match) return []
  const [, stop = '', exit = ''] = match
  const exits = exit === '' ? [''] : [exit, exit.replace('口', '出口'), exit.replace('出口', '口'), exit.replace(/(出口|口)$/, '出入口')]
  return exits
    .flatMap((one) => [`${stop}站${one}`, `${stop}地铁站${one}`, `地铁${stop}站${one}`, `${stop}地铁${one}`])
    .filter((one) => one.length > 3)
}

const crossingVariants = (a: string, b: string): readonly string[] =>
  [`${a}${b}`, `${b}${a}`].flatMap((pair, i) => {
    const [one, two] = i === 0 ? [a, b] : [b, a]
    return [`${pair}口`, `${pair}路口`, ...['与', '和', '跟', '、', '/'].map((word) => `${one}${word}${two}`)]
  })

const crossings = (town: Town): ReadonlyMap<string, { readonly roads: readonly [string, string]; readonly point: Point }> => {
  const roadsAt = new Map<number, Set<string>>()
  for (const { a, b, name } of town.roads.edges) {
    if (name === '') continue
    for (const node of [a, b]) roadsAt.set(node, (roadsAt.get(node) ?? new Set()).add(name))
  }
  const found = new Map<string, { roads: readonly [string, string]; point: Point }>()
  for (const [node, roads] of roadsAt) {
    const sorted = [...roads].sort()
    const point = town.roads.nodes[node]
    sorted.forEach((one, i) => sorted.slice(i + 1).forEach((two) => point && found.set(`${one}+${two}`, { roads: [one, two], point })))
  }
  return found
}

/** Gathers every name of the town once. */
export const gazetteer = (town: Town): Gazetteer => {
  const community = communityOf(town)
  const spots = new Map<string, Spot[]>()
  const numbers = new Map<string, { number: number; spot: Spot }[]>()
  const add = (name: string, spot: Spot) => {
    const plain = plainAddress(name)
    if (plain.length < 2) return
    const list = spots.get(plain) ?? []
    spots.set(plain, list)
    if (!list.some((one) => one.label === spot.label && one.building === spot.building)) list.push(spot)
  }
  const at = (one: Building | Landmark, how: Spot['how'], building: Building | null): Spot => ({
    label: one.name,
    how,
    point: one.point,
    building: building?.id ?? null,
    grid: one.grid,
    community: community(one.grid),
  })

  for (const building of town.buildings) {
    const spot = at(building, 'building', building)
    for (const name of [building.name, ...building.aliases, withoutBlock(plainAddress(building.name))]) add(name, spot)
    const address = addressPattern.exec(plainAddress(building.address))
    add(building.address, { ...spot, how: 'number' })
    if (!address) continue
    const [, road = '', number = ''] = address
    numbers.set(road, [...(numbers.get(road) ?? []), { number: Number(number), spot: { ...spot, how: 'number' } }])
  }
  for (const landmark of town.places) {
    const how = landmark.kind === 'crossing' ? 'crossing' : 'landmark'
    const isMetro = landmark.kind === 'metro' || landmark.name.startsWith('地铁')
    const own = [landmark.name, ...landmark.aliases]
    for (const name of [...own, ...(isMetro ? own.flatMap(metroVariants) : [])]) add(name, at(landmark, how, null))
  }
  for (const {
    roads: [one, two],
    point,
  } of crossings(town).values()) {
    const grid = gridAt(town, point)?.id ?? null
    const spot: Spot = {
      label: `${one}与${two}路口`,
      how: 'crossing',
      point,
      building: null,
      grid,
      community: community(grid ?? undefined),
    }
    for (const name of crossingVariants(one, two)) if (!spots.has(plainAddress(name))) add(name, spot)
  }
  for (const name of new Set(town.roads.edges.map((edge) => edge.name))) {
    if (name !== '') add(name, { label: name, how: 'road', point: null, building: null, grid: null, community: null })
  }
  for (const { id, name } of town.communities) {
    add(name, { label: name, how: 'community', point: null, building: null, grid: null, community: id })
  }
  return { names: [...spots.keys()], spots, numbers }
}
