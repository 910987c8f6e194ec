import type { Place } from '../../shared/domain/incident/report.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { gazetteer, withoutBlock, type Gazetteer, type Spot } from './gazetteer.ts'
import { nameIndex, type NameHit } from './nameIndex.ts'
import { chineseNumber, plainAddress } from './plainAddress.ts'
import { searchNames } from './searchNames.ts'

/** A place that the words may mean. */
export type Candidate = {
  readonly place: Place
  readonly label: string
  /** 0–1; a building by its full name is near 1, a mere road near 0.2. */
  readonly confidence: number
  /** The words that name it, UTF-16 offsets in the text, end exclusive. */
  readonly span: readonly [start: number, end: number]
  /** What was found, and what makes it less sure: `building`, `misheard`, `beside`, `one-of-4` … */
  readonly why: readonly string[]
}

/** 统一地址: finds the town's places in what people say. */
export type AddressBook = {
  /** Places named in a text, surest first; empty when none is named. */
  readonly find: (text: string) => readonly Candidate[]
  /** Places whose names begin with or hold the words of a search box, best first. */
  readonly search: (query: string, limit?: number) => readonly Candidate[]
}

const trust: Readonly<Record<Spot['how'], number>> = {
  building: 0.95,
  number: 0.95,
  landmark: 0.9,
  crossing: 0.85,
  community: 0.25,
  road: 0.2,
}

const misheardShare = 0.65
const besideShare = 0.7
const directionShare = 0.35
/** A name of two characters is often an ordinary word. */
const shortShare = 0.6
/** A number between two known ones: the building is on the same road, some doors away. */
const nearNumberTrust = 0.45
/** Farther than this many house numbers away says nothing any more. */
const nearNumbers = 30
const mostCandidates = 8

const beside =
  /^.{0,6}?(?:旁边|旁|对面|对过|附近|斜对面|隔壁|后面|往[东南西北上下前][^,，。]{0,4}?[0-9一二三四五六七八九十百]+ ?(?:米|公里)|[0-9一二三四五六七八九十百]+ ?米)/
const direction = /(?:往|向|朝|开往|去往|逃往|去)$/
const from = /(?:从|自|乘.{0,3}从|离开)$/
const rest = /^(?:[0-9]+(?:号楼|幢|座))?(?:[0-9一二三四五六七八九十]+单元)?(?:[0-9]{3,4}(?:室|房)?|[0-9一二三四五六七八九十]+楼)?/

type Found = { readonly hit: NameHit; readonly spots: readonly Spot[]; readonly why: readonly string[]; readonly trust: number }

const shareOf = (text: string, { start, end }: NameHit): { readonly share: number; readonly why: readonly string[] } => {
  const before = text.slice(Math.max(0, start - 4), start)
  const lowered = [
    ...(beside.test(text.slice(end)) ? [{ share: besideShare, why: 'beside' }] : []),
    ...(direction.test(before) ? [{ share: directionShare, why: 'direction' }] : []),
    ...(from.test(before) ? [{ share: directionShare, why: 'from' }] : []),
  ]
  return { share: lowered.reduce((product, { share }) => product * share, 1), why: lowered.map(({ why }) => why) }
}

const byName = ({ spots, names }: Gazetteer, hit: NameHit): Found => {
  const name = names[hit.name] ?? ''
  const meant = spots.get(name) ?? []
  const how = meant[0]?.how ?? 'road'
  const short = name.length === 2 ? shortShare : 1
  return {
    hit,
    spots: meant,
    why: [how, ...(hit.misheard ? ['misheard'] : [])],
    trust: trust[how] * short * (hit.misheard ? misheardShare : 1),
  }
}

const numberAfter = /^ ?([0-9]{1,4}|[零〇一二三四五六七八九十百两幺]{1,6}) ?(?:号|弄)/

/** 钱江路五十八号: exactly that number, or the nearest one of the road that a building has. */
const byNumber = ({ numbers, names }: Gazetteer, text: string, hit: NameHit): Found | undefined => {
  const known = numbers.get(names[hit.name] ?? '')
  const written = numberAfter.exec(text.slice(hit.end))
  const number = written?.[1] ? chineseNumber(written[1]) : null
  if (!known || !written || number === null) return undefined
  const nearest = Math.min(...known.map((one) => Math.abs(one.number - number)))
  if (nearest > nearNumbers) return undefined
  const spots = known.filter((one) => Math.abs(one.number - number) === nearest).map(({ spot }) => spot)
  const end = hit.end + written[0].length
  const why = [nearest === 0 ? 'number' : `near-number:${nearest}`, ...(hit.misheard ? ['misheard'] : [])]
  const base = nearest === 0 ? trust.number : nearNumberTrust * (1 - nearest / (2 * nearNumbers))
  return { hit: { ...hit, end }, spots, why, trust: base * (hit.misheard ? misheardShare : 1) }
}

const holds = (a: NameHit, b: NameHit) => a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start

/** Names inside longer names say nothing of their own: 钱江路 in 钱江路58号. A right name beats a misheard one over the same words. */
const outermost = (found: readonly Found[]): readonly Found[] =>
  found.filter(
    ({ hit }) =>
      !found.some((other) => holds(other.hit, hit) && (!other.hit.misheard || hit.misheard)) &&
      !(hit.misheard && found.some((other) => !other.hit.misheard && other.hit.start < hit.end && other.hit.end > hit.start)),
  )

const placeOf = (spot: Spot, text: string): Place => ({
  text: text.slice(0, 200),
  point: spot.point,
  building: spot.building,
  grid: spot.grid,
  community: spot.community,
  source: 'brain',
})

/** A housing estate named without its block is one place in the middle of its houses, not a list of all of them. */
const mostNamed = 4

const middle = (spots: readonly Spot[]): Spot['point'] => {
  const points = spots.flatMap(({ point }) => (point ? [point] : []))
  if (points.length === 0) return null
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  return [mean(0), mean(1)]
}

/** What all of them share, or null. */
const common = <T>(values: readonly T[]): T | null => (values.every((value) => value === values[0]) ? (values[0] ?? null) : null)

const gathered = (spots: readonly Spot[]): readonly Spot[] => {
  const [first] = spots
  if (!first || spots.length <= mostNamed) return spots
  const label = withoutBlock(first.label)
  const grid = common(spots.map((spot) => spot.grid))
  return [{ ...first, label, point: middle(spots), building: null, grid, community: common(spots.map((spot) => spot.community)) }]
}

const candidatesOf = (text: string, plain: string, found: Found): readonly Candidate[] => {
  const { share, why } = shareOf(plain, found.hit)
  const end = found.hit.end + (rest.exec(plain.slice(found.hit.end))?.[0].length ?? 0)
  const span = [found.hit.start, end] as const
  const many = found.spots.length > 1 ? [`one-of-${found.spots.length}`] : []
  return gathered(found.spots).map((spot) => ({
    place: placeOf(spot, text.slice(...span)),
    label: spot.label,
    confidence: (found.trust * share) / Math.sqrt(Math.min(found.spots.length, mostNamed)),
    span,
    why: [...found.why, ...why, ...many],
  }))
}

/** Builds the book once for a town; looking up is then pure. */
export const addressBook = (town: Town): AddressBook => {
  const book = gazetteer(town)
  const hitsIn = nameIndex(book.names)
  return {
    find: (text) => {
      const plain = plainAddress(text)
      const named = hitsIn(plain).flatMap((hit) => [byNumber(book, plain, hit) ?? byName(book, hit)])
      const best = new Map<string, Candidate>()
      for (const candidate of outermost(named).flatMap((found) => candidatesOf(text, plain, found))) {
        const before = best.get(candidate.label)
        if (!before || before.confidence < candidate.confidence) best.set(candidate.label, candidate)
      }
      return [...best.values()].sort((a, b) => b.confidence - a.confidence || a.span[0] - b.span[0]).slice(0, mostCandidates)
    },
    search: (query, limit = 10) =>
      searchNames(book, plainAddress(query.trim()), limit).map(({ spot, score, name }) => ({
        place: { ...placeOf(spot, spot.label), source: 'person' },
        label: spot.label,
        confidence: score,
        span: [0, query.length] as const,
        why: [spot.how, `name:${name}`],
      })),
  }
}
