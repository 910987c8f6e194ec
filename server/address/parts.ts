import { chineseNumber } from './plainAddress.ts'

/** What stands behind a name or a number: which house, which stair, which storey, which door. Null where it is not said. */
export type Parts = {
  readonly block: string | null
  readonly unit: string | null
  readonly floor: string | null
  readonly room: string | null
}

/** The door inside a building. */
export type Door = Omit<Parts, 'block'>

export type PartsAt = Parts & {
  /** Where the words about the house end, and where all of them do. */
  readonly blockEnd: number
  readonly end: number
}

const number = '[0-9]{1,4}|[零〇一二三四五六七八九十百两幺]{1,6}'
const lone = '[甲乙丙丁戊东西南北中]'

/** 三 and 3 of a plain text are one key; what is no number stays as it is. */
export const partKey = (said: string): string => {
  const value = chineseNumber(said)
  return value === null ? said : String(value)
}

const part = new RegExp(`^(${number}|[a-z]|${lone})([区馆期库])`)
const blockPattern = new RegExp(`^(?:第)?(${number}|[a-z][0-9]{0,2}|${lone})(?:号楼|号幢|号库|幢|座|号|楼|#楼?|$)`)

/** 3幢, 三号楼, 3#, A座 and 一区 as the key under which the house is kept. */
export const blockKey = (plain: string): string => {
  const hall = part.exec(plain)
  if (hall?.[1] && hall[2]) return `${partKey(hall[1])}${hall[2]}`
  const match = blockPattern.exec(plain)
  return match?.[1] ? partKey(match[1]) : plain
}

/** 东区, 二期: a part of an estate that does not change which house is meant. */
const zone = '(?:(?:[东南西北中]|[a-z]|[一二三四五六])[区期])?'
const house = new RegExp(
  `^${zone}第?(${number}|[a-z][0-9]{0,2}|${lone}[0-9]?)(?:号楼|号幢|号库|幢楼?|座|#楼?|撞(?=[0-9一二三四五六七八九十]))`,
)
/** 太和苑3号 is its house 3; 3号口 and 3号线 are none. */
const houseByNumber = new RegExp(`^(${number})号(?![线口出档摊铺店门])`)
/** 3-2-301 is house, stair and door; 3-301 house and door. Some write 一 for the dash. */
const dash = '(?:-{1,4}|(?<=[0-9])一(?=[0-9]))'
const dashes = new RegExp(`^([0-9]{1,3}|[a-z][0-9]{0,2})${dash}(?:([0-9]{1,2})${dash})?([0-9]{1,5})(?![0-9]|${dash})(?:室|单元|号(?!楼))?`)
const stairAndDoor = /^([0-9]{1,2})-([0-9]{3,5})(?![0-9-])室?/
const stair = new RegExp(`^(${number}|[a-z]|${lone})(?:单元|单(?=[0-9])|号门(?!口)|号(?=[0-9]{3,4}室?(?![0-9号米元]))|梯(?![口子间]))`)
const below = new RegExp(`^(?:负|地下|b)(${number})(?:楼|层|f)|^b([1-5])(?![0-9a-z口号出座幢区])`)
const storey = new RegExp(`^第?(${number})(?:楼|层|f(?![a-z]))`)
const endStorey = /^(底|顶)[楼层]/
const door = new RegExp(
  `^([a-z]?-?[0-9]{2,5}|[零〇洞一二三四五六七八九幺]{3,4}|[一二三四五六七八九]百[零〇一二三四五六七八九十]{1,3}|[0-9])(?:室|房间?|户)`,
)
const noDoor = '(?![0-9米元块万人年月日号个斤弄路幢座岁点分钱千多来平瓦度次天家名辆台公:：%.])'
const bareDoor = new RegExp(
  `^([a-z]{0,2}[0-9]{3,5}|[a-z]{1,2}[0-9]{2})${noDoor}|^([一二三四五六七八九幺]{1,2}[零〇洞][一二三四五六七八九幺])(?![百千十个人元块])`,
)
const stall = /^((?:[a-z]|[0-9]{1,2})区[a-z]?-?[0-9]{1,4}|[a-z]?-?[0-9]{1,4})号?(?:档口?|摊位?|铺位?|店面|商铺)/
/** Behind a house a number with 号 is its stair, behind a stair or a storey a door. */
const stairByNumber = /^([0-9]{1,3})号(?![线口楼幢])/
const doorByNumber = /^([0-9]{1,4})号(?![线口楼幢])/
const between = /^(?:[ ,，、-]|里面的?|那边的?|的)?/

const floorOf = (rest: string): readonly [said: string, floor: string] | null => {
  const under = below.exec(rest)
  if (under) return [under[0], `B${partKey(under[1] ?? under[2] ?? '')}`]
  const over = storey.exec(rest)
  if (over?.[1]) return [over[0], partKey(over[1])]
  const end = endStorey.exec(rest)
  return end?.[1] ? [end[0], end[1]] : null
}

type Reader = { readonly plain: string; readonly at: number }

/** The rest after an optional small word between two parts. */
const skipped = ({ plain, at }: Reader): number => at + (between.exec(plain.slice(at, at + 4))?.[0].length ?? 0)

const read = (plain: string, at: number, pattern: RegExp): readonly [end: number, key: string] | null => {
  const from = skipped({ plain, at })
  const match = pattern.exec(plain.slice(from, from + 16))
  const said = match?.slice(1).find((one) => one !== undefined)
  return match && said !== undefined ? [from + match[0].length, partKey(said)] : null
}

/** 一区, A馆: a part of a market that has its own place in the registry. */
const readHall = (plain: string, at: number): readonly [end: number, key: string] | null => {
  const from = skipped({ plain, at })
  const match = part.exec(plain.slice(from, from + 8))
  return match ? [from + match[0].length, blockKey(match[0])] : null
}

const doorAt = (plain: string, from: number, isInside: boolean): Door & { readonly end: number } => {
  let end = from
  const take = (pattern: RegExp): string | null => {
    const found = read(plain, end, pattern)
    if (found) end = found[0]
    return found ? found[1] : null
  }
  const both = stairAndDoor.exec(plain.slice(from, from + 10))
  if (both?.[1] && both[2]) return { unit: partKey(both[1]), floor: null, room: both[2], end: from + both[0].length }
  const unit = take(stair) ?? (isInside ? take(stairByNumber) : null)
  const start = skipped({ plain, at: end })
  const level = floorOf(plain.slice(start, start + 12))
  if (level) end = start + level[0].length
  const room = take(stall) ?? take(door) ?? take(bareDoor) ?? (end > from ? take(doorByNumber) : null)
  return { unit, floor: level ? level[1] : null, room, end }
}

/**
 * Reads what follows a name from `from` on. `mayCount`: whether a bare number with 号 is a house, as behind an estate; behind a
 * road it is the number of the road.
 */
export const partsAt = (plain: string, from: number, mayCount: boolean): PartsAt => {
  const start = skipped({ plain, at: from })
  const dashed = mayCount ? dashes.exec(plain.slice(start, start + 14)) : null
  if (dashed) {
    const [said, block = '', unit = null, last = ''] = dashed
    const end = start + said.length
    // Two figures are a house and its stair, unless the second is long enough for a door.
    if (unit === null && last.length < 3) {
      const inside = doorAt(plain, end, false)
      return { block, blockEnd: start + block.length, ...inside, unit: last }
    }
    const room = last
    return { block, unit: unit ?? null, floor: null, room, blockEnd: start + block.length, end }
  }
  const found = read(plain, from, house) ?? (mayCount ? (readHall(plain, from) ?? read(plain, from, houseByNumber)) : null)
  const blockEnd = found ? found[0] : from
  return { block: found ? found[1] : null, blockEnd, ...doorAt(plain, blockEnd, found !== null) }
}

/** 2单元301室, 3楼, B1楼: the door as it is said on the radio; empty when none is known. */
export const doorText = ({ unit, floor, room }: Door): string =>
  [
    unit === null ? '' : `${unit.toUpperCase()}单元`,
    floor === null ? '' : `${floor}楼`,
    room === null ? '' : `${room.toUpperCase()}室`,
  ].join('')
