import { degreeM } from '../../shared/domain/geo/measure.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import { chineseNumber } from './plainAddress.ts'

/** Words behind a place that say it is not quite there. */
export type Offset = {
  readonly share: number
  readonly why: readonly string[]
  /** How much farther around the point it may be, metres. */
  readonly widerM: number
  /** Where it is from the point, when that is said. */
  readonly move: { readonly bearing: number; readonly metres: number } | null
  /** How many signs behind the place say so: those who drive there read them with its name. */
  readonly length: number
}

const none: Offset = { share: 1, why: [], widerM: 0, move: null, length: 0 }

const bearings: Readonly<Record<string, number>> = { 北: 0, 东北: 45, 东: 90, 东南: 135, 南: 180, 西南: 225, 西: 270, 西北: 315 }
const way = '东北|东南|西北|西南|东|南|西|北'
const length = '([0-9]{1,5}|[零〇一二三四五六七八九十百两]{1,6}) ?(?:多|来|几)? ?(米|公里|里路)'

const near = /^.{0,6}?(?:旁边|旁|附近|隔壁|后面|边上|门口旁|楼下旁)/
const opposite = /^.{0,6}?(?:斜对面|对面|对过|斜对过|马路对面)/
const onwards = new RegExp(
  `^(?:[,，]|的|口|门口|这里|那里)?(?:再|继续)?[往向朝以]?(${way})(?:边|面|方向|侧|走|去|方)*(?:走|去)?(?:大概|大约|约|差不多|过去)?(?:有)?${length}`,
)
const someMetres = new RegExp(`^.{0,4}?(?:往|向|朝|前|后|上|下|大概|大约|约|过去|走|再)*${length}`)
const sideOf = new RegExp(`^的?(${way})(?:侧|边|面|门口|门|大门|广场|入口|出口|首|头|口)(?![0-9])`)

/** 东门 is some forty metres from the middle of what it is a gate of. */
const sideM = 40

const metresOf = (figure: string, unit: string): number => {
  const value = /^[0-9]+$/.test(figure) ? Number(figure) : (chineseNumber(figure) ?? 0)
  return unit === '公里' ? value * 1_000 : unit === '里路' ? value * 500 : value
}

/** Farther on than this is another place. */
const farthestM = 2_000

/** Words between the name and 旁边 are of the sentence and not of the place. */
const besideName = (words: string): number => (words.length <= 4 ? words.length : 0)

/** Reads what stands behind a place: 对面, 往东50米, 东侧. */
export const offsetAt = (plain: string, from: number): Offset => {
  const rest = plain.slice(from, from + 24)
  const on = onwards.exec(rest)
  const metres = on?.[2] && on[3] ? metresOf(on[2], on[3]) : 0
  if (on?.[1] && metres > 0 && metres <= farthestM) {
    const move = { bearing: bearings[on[1]] ?? 0, metres }
    return { ...none, share: 0.9, why: ['beside', `offset:${metres}`], widerM: Math.ceil(metres * 0.25) + 5, move, length: on[0].length }
  }
  const some = someMetres.exec(rest)
  const far = some?.[1] && some[2] ? metresOf(some[1], some[2]) : 0
  if (far > 0)
    return {
      ...none,
      share: far > farthestM ? 0.3 : 0.88,
      why: ['beside', `offset:${far}`],
      widerM: Math.min(far, farthestM),
      length: some?.[0].length ?? 0,
    }
  const over = opposite.exec(rest)
  if (over) return { ...none, share: 0.88, why: ['beside'], widerM: 60, length: besideName(over[0]) }
  const side = sideOf.exec(rest)
  if (side?.[1]) {
    const move = { bearing: bearings[side[1]] ?? 0, metres: sideM }
    return { ...none, share: 0.95, why: ['side'], widerM: sideM, move, length: side[0].length }
  }
  const by = near.exec(rest)
  return by ? { ...none, share: 0.88, why: ['beside'], widerM: 50, length: besideName(by[0]) } : none
}

/** The point so many metres away in that direction; good to a metre within a town. */
export const moved = ([lon, lat]: Point, bearing: number, metres: number): Point => {
  const turn = (bearing * Math.PI) / 180
  const north = (metres * Math.cos(turn)) / degreeM
  const east = (metres * Math.sin(turn)) / (degreeM * Math.cos((lat * Math.PI) / 180))
  return [lon + east, lat + north]
}
