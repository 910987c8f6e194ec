import type { Building, Landmark } from '../../shared/domain/town/building.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { gridAt } from '../../shared/domain/town/whereIs.ts'
import { blockKey } from './parts.ts'
import { plainAddress } from './plainAddress.ts'
import type { Registry, Spot } from './registry.ts'
import { registryBuilder, type RegistryBuilder } from './registryBuilder.ts'

/** 太和广场3幢 → 太和广场: what people say when they leave out which one. */
export const withoutBlock = (name: string): string =>
  name.replace(/(?:[0-9]+(?:号楼|幢|座|号|栋)|[a-zA-Z](?:座|幢|栋|楼|馆|区)|[一二三四五六七八九十0-9]+[区馆期])$/, '')

const addressPattern = /^(.+?(?:路|街|巷|弄|道|里|大道))([0-9]+.*)$/

/** In which grid a point lies; grids that are nowhere near are not looked at corner by corner. */
const areasOf = ({ grids }: Pick<Town, 'grids'>): Registry['areaOf'] => {
  const boxed = grids.map((grid) => {
    const [lons, lats] = [grid.ring.map(([lon]) => lon), grid.ring.map(([, lat]) => lat)]
    return { grid, west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) }
  })
  return (point) => {
    const [lon, lat] = point
    const near = boxed.filter(({ west, east, south, north }) => lon >= west && lon <= east && lat >= south && lat <= north)
    const grid = gridAt({ grids: near.map((one) => one.grid) }, point)
    return { grid: grid?.id ?? null, community: grid?.community ?? null }
  }
}

const addBuilding = (builder: RegistryBuilder, building: Building): void => {
  const [, road = building.address, number = ''] = addressPattern.exec(plainAddress(building.address)) ?? []
  const plain = plainAddress(building.name)
  const estate = withoutBlock(plain)
  const block = plain === estate ? '' : blockKey(plain.slice(estate.length))
  const facts = { road: number === '' ? '' : road, number, point: building.point, community: null, building }
  const site = builder.addSite({ ...facts, estate: withoutBlock(building.name), block })
  for (const alias of building.aliases) builder.addName(alias, { kind: 'site', site })
  const spot = () => builder.spotOf(site)
  for (const name of [building.name, ...building.aliases]) builder.addSearchable(name, spot)
  builder.addSearchable(building.address, () => ({ ...spot(), how: 'number' }))
}

type Mark = { readonly landmark: Landmark; readonly spot: Spot }

const stopName = /^(?:地铁)?(.+?)(?:地铁)?站$/
const exitName = /^(?:地铁)?(.+?)(?:地铁)?站([A-Za-z][0-9]?|[0-9]{1,2})(?:号)?(?:出|出入)?口$/

/** 市民中心站 is also 地铁市民中心站, 市民中心地铁站 and 市民中心地铁. */
const stopNames = (stop: string): readonly string[] => [`${stop}站`, `${stop}地铁站`, `地铁${stop}站`, `${stop}地铁`, `地铁${stop}`]

const addStations = (builder: RegistryBuilder, marks: readonly Mark[]): void => {
  const exits = new Map<string, Map<string, Spot>>()
  const own = new Map<string, Spot>()
  for (const { landmark, spot } of marks) {
    const [, stop = '', letter = ''] = exitName.exec(landmark.name) ?? []
    if (landmark.kind === 'metro' && letter !== '')
      exits.set(stop, (exits.get(stop) ?? new Map<string, Spot>()).set(letter.toLowerCase(), spot))
    const [, alone] = stopName.exec(landmark.name) ?? []
    if (alone && landmark.name.startsWith('地铁')) own.set(alone, spot)
  }
  for (const stop of new Set([...exits.keys(), ...own.keys()])) {
    const known = exits.get(stop) ?? new Map<string, Spot>()
    const [first] = known.values()
    const spot = own.get(stop) ?? (first && { ...first, label: `地铁${stop}站` })
    if (!spot) continue
    const station = { spot, exits: known }
    for (const name of stopNames(stop)) builder.addName(name, { kind: 'station', station, bare: false })
    builder.addName(stop, { kind: 'station', station, bare: true })
  }
}

const roadsOfCrossing = (name: string): readonly string[] =>
  plainAddress(name)
    .replace(/(?:交叉口|交叉路口|路口|口)$/, '')
    .split(/[与和跟/、]/)

const addCrossings = (builder: RegistryBuilder, town: Town, marks: readonly Mark[], areaOf: Registry['areaOf']): void => {
  const ids = new Map(
    [...new Set(town.roads.edges.map(({ name }) => name))]
      .filter((name) => name !== '')
      .map((name) => [plainAddress(name), builder.addRoad(name)]),
  )
  for (const { landmark, spot } of marks) {
    if (landmark.kind !== 'crossing') continue
    const [one, other] = roadsOfCrossing(landmark.name).map((name) => ids.get(name))
    if (one !== undefined && other !== undefined) builder.addCrossing(one, other, spot)
  }
  const at = new Map<number, Set<string>>()
  for (const { a, b, name } of town.roads.edges)
    if (name !== '') for (const node of [a, b]) at.set(node, (at.get(node) ?? new Set()).add(name))
  for (const [node, names] of at) {
    const point = town.roads.nodes[node]
    const sorted = [...names].sort()
    if (!point || sorted.length < 2) continue
    const area = areaOf(point)
    sorted.forEach((one, i) =>
      sorted.slice(i + 1).forEach((two) => {
        const spot: Spot = { label: `${one}与${two}路口`, how: 'crossing', point, building: null, ...area, site: -1 }
        builder.addCrossing(ids.get(plainAddress(one)) ?? 0, ids.get(plainAddress(two)) ?? 0, spot)
      }),
    )
  }
}

/** The registry of a town's own file, still open for what another register knows. */
export const townBuilder = (town: Town): RegistryBuilder => {
  const areaOf = areasOf(town)
  const builder = registryBuilder(areaOf)
  const communities = new Map(town.grids.map(({ id, community }) => [id, community]))
  for (const building of town.buildings) addBuilding(builder, building)
  const marks = town.places.map((landmark) => {
    const how = landmark.kind === 'crossing' ? ('crossing' as const) : ('landmark' as const)
    const { name: label, point, grid } = landmark
    return {
      landmark,
      spot: { label, how, point, building: null, grid, community: communities.get(grid) ?? null, site: -1 } satisfies Spot,
    }
  })
  for (const { landmark, spot } of marks) {
    for (const name of [landmark.name, ...landmark.aliases]) {
      builder.addName(name, { kind: 'spot', spot })
      builder.addSearchable(name, () => spot)
    }
  }
  addStations(builder, marks)
  addCrossings(builder, town, marks, areaOf)
  const nowhere = { point: null, building: null, grid: null, site: -1 }
  for (const name of new Set(town.roads.edges.map((edge) => edge.name))) {
    if (name !== '') builder.addSearchable(name, () => ({ ...nowhere, label: name, how: 'road', community: null }))
  }
  for (const { id, name } of town.communities) {
    const spot: Spot = { ...nowhere, label: name, how: 'community', community: id }
    builder.addName(name, { kind: 'spot', spot })
    builder.addSearchable(name, () => spot)
  }
  return builder
}

/** The registry of a town's own file. */
export const townRegistry = (town: Town): Registry => townBuilder(town).build()
