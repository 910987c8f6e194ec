import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import type { Heard, NameHit } from './nameIndex.ts'
import type { Door } from './parts.ts'
import type { Spot } from './registry.ts'

/** Words of a text that name something of the town, with everything that they may mean. */
export type Found = {
  readonly start: number
  /** Where the name with its number, house or exit ends. */
  readonly end: number
  /** Where the words about stair, storey and door end. */
  readonly doorEnd: number
  readonly heard: Heard
  readonly spots: readonly Spot[]
  readonly door: Door
  readonly why: readonly string[]
  /** How much farther around than usual it may be, metres. */
  readonly widerM?: number
  /** How sure these words are that one of the spots is meant, 0–1. */
  readonly trust: number
}

export const noDoor: Door = { unit: null, floor: null, room: null }

/** How sure a name is by what it names, when it is said in full. */
export const trust = {
  building: 0.95,
  number: 0.95,
  landmark: 0.92,
  crossing: 0.92,
  /** A whole estate: where among its houses is not said. */
  estate: 0.88,
  community: 0.25,
  road: 0.2,
} as const

const bySound = { said: 1, 'same-sound': 0.9, 'like-sound': 0.8 } as const

/**
 * What is left of it when the name was not written as it is. A wrong character that does not even sound like the right one
 * is mostly another name: 望仙里 is not 望潮里; the longer the name, the likelier it is a slip.
 */
export const heardShareOf = ({ heard, start, end }: Pick<NameHit, 'heard' | 'start' | 'end'>): number => {
  if (heard !== 'wrong-character') return bySound[heard]
  const length = end - start
  return length <= 3 ? 0.28 : length === 4 ? 0.36 : 0.5
}

/** The word for a name that was not written as it is. */
export const heardWhy = (heard: Heard): readonly string[] => (heard === 'said' ? [] : ['misheard'])

/** How far from its point a thing may be, metres. */
export const radiusM: Readonly<Record<Spot['how'], number>> = {
  building: 25,
  number: 25,
  landmark: 30,
  crossing: 30,
  road: 0,
  community: 0,
}

/** A spot with how far around its point the place may be. */
export type Around = { readonly spot: Spot; readonly radiusM: number }

/** What all of them share, or null. */
const common = <T>(values: readonly T[]): T | null => (values.every((value) => value === values[0]) ? (values[0] ?? null) : null)

const middle = (points: readonly Point[]): Point => {
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  return [mean(0), mean(1)]
}

/** Houses of one compound as one place in the middle of them, which reaches to the farthest. */
export const gathered = (spots: readonly Spot[], label: string): Around | null => {
  const [first] = spots
  const points = spots.flatMap(({ point }) => (point ? [point] : []))
  if (!first || points.length === 0) return null
  const point = middle(points)
  const grid = common(spots.map((spot) => spot.grid))
  const community = common(spots.map((spot) => spot.community))
  const reach = Math.max(...points.map((one) => distanceM(point, one)))
  return { spot: { ...first, label, point, building: null, grid, community, site: -1 }, radiusM: Math.ceil(reach) + radiusM.building }
}
