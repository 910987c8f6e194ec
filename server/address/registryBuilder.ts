import type { Point } from '../../shared/domain/geo/point.ts'
import type { Building } from '../../shared/domain/town/building.ts'
import type { CommunityId } from '../../shared/domain/ids.ts'
import { gathered } from './found.ts'
import { groupOf, growingFloats, growingInts, groupsOf } from './growing.ts'
import { plainAddress } from './plainAddress.ts'
import type { Meaning, Registry, Spot } from './registry.ts'
import { roadNumberKey } from './roadNumber.ts'
import { roomKeeper } from './roomKeys.ts'
import { wordTable } from './wordTable.ts'

/** One house or gate as a register has it; empty where it has no such part. */
export type SiteFacts = {
  readonly road: string
  readonly number: string
  readonly estate: string
  /** Key of the house within its estate. */
  readonly block: string
  readonly point: Point
  readonly community: CommunityId | null
  readonly building: Building | null
}

type Area = Pick<Spot, 'grid' | 'community'>
type AreaOf = (point: Point) => Area

/** Fills a registry, address by address; `areaOf` says in which grid a point lies, asked only when a house is spoken of. */
export const registryBuilder = (areaOf: AreaOf) => {
  const [roads, estates, numbers, blocks] = [wordTable(), wordTable(), wordTable(), wordTable()]
  const road = growingInts()
  const estate = growingInts()
  const number = growingInts()
  const main = growingInts()
  const block = growingInts()
  const lon = growingFloats()
  const lat = growingFloats()
  const communities: (CommunityId | null)[] = []
  const buildings = new Map<number, Building>()
  const siteAt = new Map<string, number>()
  const rooms = roomKeeper()
  const meanings = new Map<string, Meaning[]>()
  const crossings = new Map<number, Spot>()
  const searchable: { name: string; spot: () => Spot }[] = []
  const areas = new Map<number, Area>()

  const addName = (name: string, meaning: Meaning): void => {
    const plain = plainAddress(name)
    if (plain.length < 2) return
    const known = meanings.get(plain)
    if (known) known.push(meaning)
    else meanings.set(plain, [meaning])
  }

  const addRoad = (name: string): number => {
    const known = roads.size()
    const id = roads.idOf(plainAddress(name), name)
    if (id === known && name !== '') addName(name, { kind: 'road', road: id })
    return id
  }

  const named = new Map<string, number>()
  /**
   * Two communities may each have a 幸福小区: in a register an estate is known by its name and its community. The town's own
   * file names each estate once, wherever its houses stand.
   */
  const addEstate = (name: string, community: CommunityId | null): number => {
    if (name === '') return 0
    const plain = plainAddress(name)
    const own = estates.known(plain) || (community === null ? (named.get(plain) ?? 0) : 0)
    if (own > 0) return own
    const known = estates.size()
    const id = estates.idOf(community === null ? plain : `${plain}@${community}`, name)
    if (id === known) addName(name, { kind: 'estate', estate: id })
    if (!named.has(plain)) named.set(plain, id)
    return id
  }

  const addSite = (facts: SiteFacts): number => {
    const [roadId, estateId] = [addRoad(facts.road), addEstate(facts.estate, facts.community)]
    const numberKey = roadNumberKey(facts.number)
    const key = `${roadId}|${estateId}|${numberKey}|${facts.block}`
    const known = siteAt.get(key)
    if (known !== undefined) return known
    const site = road.length()
    siteAt.set(key, site)
    road.push(roadId)
    estate.push(estateId)
    number.push(numbers.idOf(numberKey, numberKey))
    main.push(Number(/^[0-9]+/.exec(numberKey)?.[0] ?? 0))
    block.push(blocks.idOf(facts.block, facts.block))
    lon.push(facts.point[0])
    lat.push(facts.point[1])
    communities.push(facts.community)
    if (facts.building) {
      buildings.set(site, facts.building)
      // Another register may know the house without its road.
      if (estateId > 0) siteAt.set(`0|${estateId}||${facts.block}`, site)
    }
    return site
  }

  const labelOf = (site: number): string => {
    const [estateName, houseKey] = [estates.word(estate.at(site)), blocks.word(block.at(site))]
    if (estateName !== '') return `${estateName}${houseKey.toUpperCase()}${/[0-9a-z]$/.test(houseKey) ? '幢' : ''}`
    const numberKey = numbers.word(number.at(site))
    return `${roads.word(road.at(site))}${numberKey}${numberKey.endsWith('弄') || numberKey === '' ? '' : '号'}`
  }

  const spotOf = (site: number): Spot => {
    const building = buildings.get(site)
    const point: Point = [lon.at(site), lat.at(site)]
    const area = areas.get(site) ?? areaOf(point)
    areas.set(site, area)
    return {
      label: building?.name ?? labelOf(site),
      how: estate.at(site) > 0 || building ? 'building' : 'number',
      point,
      building: building?.id ?? null,
      grid: building?.grid ?? area.grid,
      // What the register says of the house is surer than a line on the map.
      community: communities[site] ?? area.community,
      site,
    }
  }

  const pairOf = (one: number, other: number) => Math.min(one, other) * 2 ** 24 + Math.max(one, other)

  return {
    addName,
    addRoad,
    addSite,
    /** A door of the house, with its stair where it has one. */
    addRoom: rooms.add,
    spotOf,
    addCrossing: (one: number, other: number, spot: Spot) =>
      void (crossings.has(pairOf(one, other)) || crossings.set(pairOf(one, other), spot)),
    addSearchable: (name: string, spot: () => Spot) => void searchable.push({ name: plainAddress(name), spot }),
    build: (): Registry => {
      const sites = road.length()
      siteAt.clear()
      const estateSites = groupsOf(sites, estates.size(), (site) => estate.at(site))
      for (let id = 1; id < estates.size(); id++) {
        const houses = groupOf(estateSites, id)
        const isOfTown = houses.some((site) => buildings.has(site))
        const name = estates.word(id)
        const whole = () => gathered(Array.from(houses, spotOf), name)?.spot ?? spotOf(houses[0] ?? 0)
        if (!isOfTown && houses.length > 0) searchable.push({ name: plainAddress(name), spot: whole })
      }
      const names = [...meanings.keys()]
      const meant = [...meanings.values()]
      return {
        names,
        meaningsOf: (name) => meant[name] ?? [],
        sites,
        spotOf,
        blockOf: (site) => blocks.word(block.at(site)),
        numberOf: (site) => numbers.word(number.at(site)),
        mainOf: main.at,
        roadOf: road.at,
        estateOf: estate.at,
        roadSites: groupsOf(sites, roads.size(), (site) => road.at(site)),
        estateSites,
        areaOf,
        estateNamed: (name) => named.get(name) ?? 0,
        estateName: estates.word,
        roadName: roads.word,
        crossing: (one, other) => crossings.get(pairOf(one, other)),
        hasRoom: rooms.done(sites),
        searchable,
      }
    },
  }
}

export type RegistryBuilder = ReturnType<typeof registryBuilder>
