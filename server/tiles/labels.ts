import type { Feature } from 'geojson'
import { isInside, type Point } from '../../shared/domain/geo/point.ts'
import type { Building } from '../../shared/domain/town/building.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { pointFeature } from './feature.ts'

const mean = (points: readonly Point[]): Point => [
  points.reduce((sum, [lon]) => sum + lon, 0) / points.length,
  points.reduce((sum, [, lat]) => sum + lat, 0) / points.length,
]

/** Middles of the strips in which a label's place is searched, as parts of the ring's height. */
const strips = [0.5, 0.4, 0.6, 0.3, 0.7]

const middleOfWidest = (ring: readonly Point[], lat: number): { readonly point: Point; readonly width: number } | null => {
  const crossings = ring
    .flatMap(([lonA, latA], i) => {
      const [lonB, latB] = ring[(i + 1) % ring.length] as Point
      return latA > lat === latB > lat ? [] : [lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)]
    })
    .toSorted((a, b) => a - b)
  const spans = crossings.flatMap((lon, i) =>
    i % 2 === 0 && crossings[i + 1] !== undefined ? [[lon, crossings[i + 1] as number] as const] : [],
  )
  const widest = spans.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
  return widest ? { point: [(widest[0] + widest[1]) / 2, lat], width: widest[1] - widest[0] } : null
}

/** A point inside the ring where a label has room: its middle, or the middle of the widest strip through it. */
export const labelPoint = (ring: readonly Point[]): Point => {
  const centre = mean(ring)
  if (isInside(centre, ring)) return centre
  const lats = ring.map(([, lat]) => lat)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const places = strips.flatMap((part) => middleOfWidest(ring, south + (north - south) * part) ?? [])
  return places.toSorted((a, b) => b.width - a.width)[0]?.point ?? centre
}

/** `景荷新村` of `景荷新村12幢`: the houses of one compound bear one name on the map. */
const compoundOf = ({ name }: Building): string => name.replace(/[0-9A-Z]+(幢|座|号楼|栋)$/, '')

const houseNumber = ({ name }: Building): string => /[0-9A-Z]+(?:幢|座|号楼|栋)$/.exec(name)?.[0] ?? ''

/** How early a kind of building is named when the map grows crowded: 1 first. */
const rank: Readonly<Record<Building['kind'], number>> = {
  hospital: 1,
  market: 1,
  mall: 2,
  station: 2,
  public: 2,
  school: 3,
  hotel: 3,
  office: 4,
  residential: 5,
  industrial: 6,
  other: 6,
}

const compoundLabels = (buildings: readonly Building[]): readonly Feature[] => {
  const compounds = new Map<string, readonly Building[]>()
  for (const building of buildings) {
    const key = `${building.address}|${compoundOf(building)}`
    compounds.set(key, [...(compounds.get(key) ?? []), building])
  }
  return [...compounds.values()].flatMap((houses) => {
    const first = houses[0]
    if (!first) return []
    return [
      pointFeature(mean(houses.map(({ point }) => point)), {
        what: 'building',
        name: compoundOf(first),
        kind: first.kind,
        rank: rank[first.kind],
      }),
    ]
  })
}

const houseLabels = (buildings: readonly Building[]): readonly Feature[] =>
  buildings.flatMap((b) => (houseNumber(b) ? [pointFeature(b.point, { what: 'house', name: houseNumber(b), kind: b.kind, rank: 9 })] : []))

/** `江锦3网格` for `江锦社区第3网格`; a name of another form stays whole. */
const shortGrid = (name: string): string => name.replace(/(社区|村)第([0-9]+)网格$/, '$2网格')

/** Every name that is set at a point: communities, grids, compounds, houses, waters, parks. */
export const labels = (town: Town): readonly Feature[] => [
  pointFeature(labelPoint(town.boundary), { what: 'town', name: town.nameZh, nameEn: town.nameEn, rank: 0 }),
  ...town.communities.map((c) => pointFeature(labelPoint(c.ring), { what: 'community', id: c.id, name: c.name, rank: 0 })),
  ...town.grids.map((g) => pointFeature(labelPoint(g.ring), { what: 'grid', id: g.id, name: shortGrid(g.name), rank: 1 })),
  ...town.greens.flatMap((g) => (g.name ? [pointFeature(labelPoint(g.ring), { what: 'green', name: g.name, rank: 3 })] : [])),
  ...compoundLabels(town.buildings),
  ...houseLabels(town.buildings),
]
