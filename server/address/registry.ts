import type { Point } from '../../shared/domain/geo/point.ts'
import type { BuildingId, CommunityId, GridId } from '../../shared/domain/ids.ts'
import type { Groups } from './growing.ts'

/** What a name of the town stands for, without the words of the caller. */
export type Spot = {
  readonly label: string
  readonly how: 'building' | 'number' | 'landmark' | 'crossing' | 'road' | 'community'
  readonly point: Point | null
  readonly building: BuildingId | null
  readonly grid: GridId | null
  readonly community: CommunityId | null
  /** The house in the registry, −1 where it is none. */
  readonly site: number
}

/** What a name may mean. A name may mean several things, also several of one kind. */
export type Meaning =
  | { readonly kind: 'road'; readonly road: number }
  | { readonly kind: 'estate'; readonly estate: number }
  | { readonly kind: 'site'; readonly site: number }
  | { readonly kind: 'station'; readonly station: Station; readonly bare: boolean }
  | { readonly kind: 'spot'; readonly spot: Spot }

/** A stop of the metro with its exits by their letters. */
export type Station = { readonly spot: Spot; readonly exits: ReadonlyMap<string, Spot> }

/**
 * 地址库: every address of the town, compact.
 *
 * Only the names (roads, estates, houses with a name) are words; numbers, houses, stairs and rooms are numbers under them,
 * so that twelve million rooms are no more words than a hundred thousand houses.
 */
export type Registry = {
  /** Every name in its plain form. */
  readonly names: readonly string[]
  readonly meaningsOf: (name: number) => readonly Meaning[]
  readonly sites: number
  readonly spotOf: (site: number) => Spot
  readonly blockOf: (site: number) => string
  /** Number of the site on its road as a key, and its first figure; empty and 0 without. */
  readonly numberOf: (site: number) => string
  readonly mainOf: (site: number) => number
  readonly roadOf: (site: number) => number
  readonly estateOf: (site: number) => number
  readonly roadSites: Groups
  readonly estateSites: Groups
  readonly estateName: (estate: number) => string
  readonly roadName: (road: number) => string
  /** In which grid and community a point lies. */
  readonly areaOf: (point: Point) => Pick<Spot, 'grid' | 'community'>
  /** The estate of that plain name; 0 for none. */
  readonly estateNamed: (name: string) => number
  /** Where two roads meet, whichever is said first. */
  readonly crossing: (one: number, other: number) => Spot | undefined
  /** Whether the house has that door: `unknown` when the registry lists no doors of it. */
  readonly hasRoom: (site: number, unit: string | null, room: string) => 'known' | 'missing' | 'unknown'
  /** Full names for the search box, which completes what is typed. */
  readonly searchable: readonly { readonly name: string; readonly spot: () => Spot }[]
}
