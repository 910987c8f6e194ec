import { plainNumbers } from './numerals.ts'

/** What is numbered of a place; two places with other numbers of one sort are two places. */
export type PlaceNumber = 'building' | 'unit' | 'floor' | 'room' | 'house' | 'exit' | 'hall' | 'group' | 'zone' | 'side' | 'phase'

/** A place in a caller's words, taken apart. */
export type SaidPlace = {
  /** The words without their numbers: names of roads, estates, shops, things. */
  readonly names: string
  readonly numbers: ReadonlyMap<PlaceNumber, ReadonlySet<string>>
}

/** Read one after the other, each from what the ones before have left. `动` is how a machine hears 栋. */
const patterns: readonly (readonly [PlaceNumber, RegExp])[] = [
  ['building', /([0-9]+|[a-z])(?:号楼|幢|栋|座|动|塔)/g],
  ['building', /(?<=苑|园|村|府|里)([0-9]+)栋?(?=单元)/g],
  ['unit', /([0-9]+)单元/g],
  ['exit', /(?<![0-9])([0-9]{1,2}|[a-z])号?(?:出口|入口|口|门|检票口|看台|客?梯|货梯|电梯)/g],
  ['hall', /([0-9]+)号?(?:仓?库|馆|棚|大棚|厂房|车间|摊)/g],
  ['group', /([0-9]+)(?:组|队)/g],
  ['phase', /([0-9]+)期/g],
  ['zone', /([东南西北]|[a-z])区/g],
  ['floor', /(?<![0-9])([0-9]{1,2})(?:楼|层)/g],
  ['room', /([0-9]{3,4})(?:号?室|号?房|住户|家)?(?![0-9号米路弄])/g],
  ['house', /([0-9]+)号/g],
  ['side', /([东南西北])(?:大?门|侧|头|面|边|墙)/g],
]

/** Reads a place from the words that say where. */
export const readPlace = (said: string): SaidPlace => {
  let names = plainNumbers(said)
  const numbers = new Map<PlaceNumber, Set<string>>()
  const add = (sort: PlaceNumber, number: string) => {
    const known = numbers.get(sort) ?? new Set()
    numbers.set(sort, known.add(number))
  }
  for (const [sort, pattern] of patterns) {
    names = names.replace(pattern, (whole: string, number: string) => {
      add(sort, number)
      if (sort === 'room') add('floor', number.slice(0, -2))
      return sort === 'side' || sort === 'exit' || sort === 'hall' ? ` ${whole.slice(number.length)} ` : ' '
    })
  }
  return { names, numbers }
}

/** Numbers of each sort that two places both have: which are alike, and which are not. */
export const compareNumbers = (
  a: SaidPlace['numbers'],
  b: SaidPlace['numbers'],
): { readonly alike: readonly PlaceNumber[]; readonly unlike: readonly PlaceNumber[] } => {
  const [alike, unlike]: [PlaceNumber[], PlaceNumber[]] = [[], []]
  for (const [sort, own] of a) {
    const other = b.get(sort)
    if (!other) continue
    if ([...own].some((number) => other.has(number))) alike.push(sort)
    else unlike.push(sort)
  }
  return { alike, unlike }
}
