import { plainNumbers } from './numerals.ts'

/** What a report says of people and things that another report of the same matter says too, or says otherwise. */
export type Facet = 'age' | 'sex' | 'vehicle' | 'colour' | 'count'

export type Particulars = ReadonlyMap<Facet, ReadonlySet<string>>

const words: readonly (readonly [Facet, string, RegExp])[] = [
  ['age', 'child', /小孩|孩子|男孩|女孩|男童|女童|儿童|儿子|女儿|孙子|孙女|婴|娃|丫头|学生|(?<![0-9])(?:[1-9]|1[0-7])岁/],
  ['age', 'old', /老人|老太|老头|老伯|老爷|阿婆|阿公|婆婆|奶奶|爷爷|大爷|大妈|老年|老娘|我爸|我妈|父亲|母亲|[6-9][0-9]岁/],
  ['sex', 'male', /男(?!朋)|儿子|孙子|爸|父|老头|老伯|老爷|大爷|爷爷|阿公|大叔|小伙|老公|丈夫/],
  ['sex', 'female', /女|孙女|妈|母|老太|奶奶|婆|丫头|姑娘|阿姨|老婆|妻|孕/],
  ['vehicle', 'bike', /电动车|电瓶车|电动自行|外卖车|骑手|摩托|助动|自行车/],
  ['vehicle', 'car', /轿车|私家车|出租车|网约车|越野|面包车|商务|小汽车|特斯拉|的士/],
  ['vehicle', 'truck', /货车|厢货|卡车|大车|渣土|罐车/],
  ['vehicle', 'tricycle', /三轮/],
  ['vehicle', 'bus', /公交|大巴|客车|中巴/],
  ['colour', 'red', /红(?!绿灯|薯|枣|星|旗)/],
  ['colour', 'white', /白(?!天|菜|鹤|酒)/],
  ['colour', 'black', /黑(?!暗|社)/],
  ['colour', 'blue', /蓝/],
  ['colour', 'yellow', /黄(?!牛|瓜|金|昏)/],
  ['colour', 'green', /绿(?!化|灯|茵|漪)/],
  ['colour', 'grey', /灰(?!尘)/],
]

export const particularsOf = (text: string): Particulars => {
  const plain = plainNumbers(text)
  const found = new Map<Facet, Set<string>>()
  const add = (facet: Facet, value: string) => found.set(facet, (found.get(facet) ?? new Set()).add(value))
  for (const [facet, value, pattern] of words) if (pattern.test(plain)) add(facet, value)
  for (const [, count] of plain.matchAll(/([0-9]+)(?=个?(?:人|名|男|女|辆|车))/g)) add('count', count as string)
  return found
}

/** Who counts in haste counts roughly: 二十来个 and 25人 are one crowd. */
const roughly = 0.6
const fewCounted = 4

const isAlike = (facet: Facet, value: string, other: string): boolean => {
  if (value === other) return true
  if (facet !== 'count') return false
  const [less, more] = [Math.min(Number(value), Number(other)), Math.max(Number(value), Number(other))]
  return less > fewCounted && less >= roughly * more
}

/** Which facets agree, and which say otherwise. */
export const compareParticulars = (
  a: Particulars,
  b: Particulars,
): { readonly alike: readonly Facet[]; readonly unlike: readonly Facet[] } => {
  const [alike, unlike]: [Facet[], Facet[]] = [[], []]
  for (const [facet, own] of a) {
    const other = b.get(facet)
    if (!other) continue
    if ([...own].some((value) => [...other].some((another) => isAlike(facet, value, another)))) alike.push(facet)
    else if (own.size === 1 && other.size === 1) unlike.push(facet)
  }
  return { alike, unlike }
}
