/** Pairs of neighbouring Chinese characters, letters and digits: the words of a language that writes no blanks. */
export type Pairs = ReadonlySet<string>

/** A report longer than this repeats itself; what counts stands at its beginning. UTF-16 units. */
const longestRead = 400

/** What every record says and no caller means. */
const boilerplate = new Set([
  '报警',
  '警人',
  '人称',
  '来电',
  '电人',
  '市民',
  '反映',
  '请求',
  '要求',
  '处理',
  '有人',
  '你们',
  '我们',
  '快点',
  '这里',
  '这边',
  '那边',
  '一个',
  '一下',
  '现在',
])

export const pairsOf = (texts: readonly string[]): Pairs => {
  const pairs = new Set<string>()
  for (const text of texts) {
    const words =
      text
        .slice(0, longestRead)
        .toLowerCase()
        .match(/[\p{Script=Han}a-z0-9]+/gu) ?? []
    for (const word of words) {
      for (let i = 0; i + 2 <= word.length; i++) {
        const pair = word.slice(i, i + 2)
        if (!boilerplate.has(pair)) pairs.add(pair)
      }
    }
  }
  return pairs
}

/** How rare each pair is among the open matters; rare ones tell matters apart. */
export type Rarity = {
  readonly add: (pairs: Pairs) => void
  readonly remove: (pairs: Pairs) => void
  /** Cosine to other texts over rare pairs: 0 is nothing shared, 1 the same words. */
  readonly likenessTo: (pairs: Pairs) => (other: Pairs) => number
}

export const rarity = (): Rarity => {
  const counts = new Map<string, number>()
  let total = 0
  const weight = (pair: string) => Math.log(1 + (total + 1) / (1 + (counts.get(pair) ?? 0)))
  const mass = (pairs: Pairs) => {
    let sum = 0
    for (const pair of pairs) sum += weight(pair) ** 2
    return sum
  }
  const change = (pairs: Pairs, by: number) => {
    total += by
    for (const pair of pairs) {
      const count = (counts.get(pair) ?? 0) + by
      if (count > 0) counts.set(pair, count)
      else counts.delete(pair)
    }
  }
  return {
    add: (pairs) => change(pairs, 1),
    remove: (pairs) => change(pairs, -1),
    likenessTo: (pairs) => {
      const own = mass(pairs)
      return (other) => {
        const [small, large] = pairs.size < other.size ? [pairs, other] : [other, pairs]
        let shared = 0
        for (const pair of small) if (large.has(pair)) shared += weight(pair) ** 2
        return shared === 0 ? 0 : shared / Math.sqrt(own * mass(other))
      }
    },
  }
}
