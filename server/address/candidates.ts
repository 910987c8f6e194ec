import type { Place } from '../../shared/domain/incident/report.ts'
import { gathered, radiusM, type Around, type Found } from './found.ts'
import { moved, offsetAt, type Offset } from './offset.ts'
import { doorText, type Door } from './parts.ts'
import { comingFrom, towards } from './rivals.ts'
import type { Registry, Spot } from './registry.ts'

/** A place that the words may mean. */
export type Candidate = {
  readonly place: Place
  /** The name of the registry, with the door where one was said. */
  readonly label: string
  /** 0–1: how often such words turn out to mean this place. */
  readonly confidence: number
  /** The words that name it, UTF-16 offsets in the text, end exclusive. */
  readonly span: readonly [start: number, end: number]
  /** What was found, and what makes it less sure: `building`, `misheard`, `beside`, `one-of-4` … */
  readonly why: readonly string[]
  /** Stair, storey and room, as far as they were said. */
  readonly door: Door | null
  /** It lies so far around its point, metres; 0 where there is no point. */
  readonly radiusM: number
}

const directionShare = 0.35
/** Of so many houses each is named; of more only the middle of them. */
const mostNamed = 4
const noRoomShare = 0.85

type Context = { readonly share: number; readonly why: readonly string[] }

const contextOf = (plain: string, start: number): Context => {
  const before = plain.slice(Math.max(0, start - 4), start)
  const why = [...(towards.test(before) ? ['direction'] : []), ...(comingFrom.test(before) ? ['from'] : [])]
  return { share: directionShare ** why.length, why }
}

const nameOfAll = (registry: Registry, spots: readonly Spot[]): string | null => {
  const estates = new Set(spots.map(({ site }) => (site < 0 ? -1 : registry.estateOf(site))))
  const [estate = -1] = estates
  return estates.size === 1 && estate > 0 ? registry.estateName(estate) : null
}

type Meant = Around & { readonly share: number }

/** One spot as it is; houses of one compound as their middle, and each of a few by itself; others as one of so many. */
const meantBy = (registry: Registry, spots: readonly Spot[]): readonly Meant[] => {
  const alone =
    (share: number) =>
    (spot: Spot): Meant => ({ spot, radiusM: radiusM[spot.how], share })
  if (spots.length < 2) return spots.map(alone(1))
  const name = nameOfAll(registry, spots)
  const all = name === null && spots.length <= mostNamed ? null : gathered(spots, name ?? spots[0]?.label ?? '')
  const each = spots.length <= mostNamed ? spots.map(alone(all ? 0.8 / spots.length : 1 / spots.length)) : []
  return all ? [{ ...all, share: name === null ? 1 / spots.length : 1 }, ...each] : each
}

/** The gate of an estate is at its edge: most of the way to its farthest house. */
const edgeShare = 0.8

/** The spot as it is, or so many metres away from it, where it is another grid's perhaps and not in the building. */
const offsetFrom = (registry: Registry, spot: Spot, aroundM: number, { move, why }: Offset): Spot => {
  if (!spot.point || !move) return spot
  if (!why.includes('side')) {
    const point = moved(spot.point, move.bearing, move.metres)
    return { ...spot, ...registry.areaOf(point), point, building: null }
  }
  return { ...spot, point: moved(spot.point, move.bearing, Math.max(move.metres, aroundM * edgeShare)) }
}

/** The candidates of everything that was found in a text, in no order. */
export const candidatesOf = (registry: Registry, text: string, plain: string, found: readonly Found[]): readonly Candidate[] => {
  /** Over the same words several things of one name: each is one of them. */
  const rivals = (one: Found): number => {
    const same = found.filter((other) => other.start === one.start && other.end === one.end && other.heard === one.heard)
    return new Set(same.map(({ spots: [first] }) => `${first?.label}@${first?.site}`)).size
  }

  /** Two estates of one name are told apart by their roads. */
  const roadToTell = (one: Found): string => {
    const [mine] = one.spots
    const hasTwin = found.some(
      ({ start, end, spots: [other] }) =>
        start === one.start && end === one.end && other?.label === mine?.label && other?.site !== mine?.site,
    )
    return mine && mine.site >= 0 && hasTwin ? `（${registry.roadName(registry.roadOf(mine.site))}）` : ''
  }

  const candidates = (one: Found): readonly Candidate[] => {
    const offset = offsetAt(plain, one.doorEnd)
    const context = contextOf(plain, one.start)
    const span = [one.start, one.doorEnd + offset.length] as const
    const road = roadToTell(one)
    const count = Math.max(rivals(one), 1)
    const many = one.spots.length > 1 || count > 1 ? [`one-of-${Math.max(one.spots.length, count)}`] : []
    return meantBy(registry, one.spots).map(({ spot, radiusM: around, share }) => {
      const room = one.door.room !== null && spot.site >= 0 ? registry.hasRoom(spot.site, one.door.unit, one.door.room) : 'unknown'
      const door = doorText(one.door)
      const { point, building, grid, community } = offsetFrom(registry, spot, around, offset)
      const hasDoor = door !== '' && !one.why.includes('number')
      return {
        place: {
          text: text.slice(...span).slice(0, 200),
          point,
          building,
          grid,
          community,
          source: 'brain' as const,
        },
        label: `${spot.label}${hasDoor ? door : ''}${road}`,
        confidence: (one.trust * share * offset.share * context.share * (room === 'missing' ? noRoomShare : 1)) / count,
        span,
        why: [...one.why, ...offset.why, ...context.why, ...many, ...(room === 'missing' ? ['no-such-room'] : [])],
        door: door === '' ? null : one.door,
        radiusM: spot.point ? around + offset.widerM + (one.widerM ?? 0) : 0,
      }
    })
  }
  return found.flatMap(candidates)
}
