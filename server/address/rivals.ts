import type { Found } from './found.ts'

/** Words before a place that say it happened there. */
const there = /(?:在|位于|地点|地址|现场|到了|来到|这里是)[:：是]?$/
/** 我是太和苑的住户: whose the person is, not where the matter is. */
const belongsBefore = /(?:我是|他是|她是|我们是|住在?|家住|来自)$/
const belongsAfter = /^的?(?:住户|居民|业主|村民|物业|保安|员工|老板|租客|房东|工作人员)/
/** 往临江路方向, 从望潮小区: where somebody went to or came from is seldom where it happened. */
export const towards = /(?:往|向|朝|开往|去往|逃往|去)$/
export const comingFrom = /(?:从|自|乘.{0,3}从|离开)$/

/** So sure a place is one that the matter may be at. */
const strong = 0.45
const besideSurer = 0.3
const oneOfTwo = 0.75
const aloneBelonging = 0.9

/** How much the words speak for the place being where it happened. */
const rankOf = (plain: string, { start, doorEnd }: Found): 0 | 1 | 2 | 3 => {
  const before = plain.slice(Math.max(0, start - 5), start)
  if (towards.test(before) || comingFrom.test(before)) return 0
  if (belongsBefore.test(before) || belongsAfter.test(plain.slice(doorEnd, doorEnd + 6))) return 1
  return there.test(before) ? 3 : 2
}

const isElsewhere = (one: Found, other: Found) => one.doorEnd <= other.start || other.doorEnd <= one.start

/** Several places in one text: the one where it happened, if the words say which; else each is one of them. */
export const amongRivals = (plain: string, found: readonly Found[]): readonly Found[] => {
  const ranks = new Map(found.map((one) => [one, rankOf(plain, one)]))
  const rankFor = (one: Found): number => ranks.get(one) ?? 0
  return found.map((one) => {
    const rivals = found.filter((other) => other.trust >= strong && isElsewhere(one, other))
    const best = Math.max(-1, ...rivals.map(rankFor))
    const mine = rankFor(one)
    if (best < 0) return mine === 1 ? { ...one, trust: one.trust * aloneBelonging } : one
    if (best === mine) return { ...one, trust: one.trust * oneOfTwo }
    return best > mine && mine > 0 ? { ...one, trust: one.trust * besideSurer, why: [...one.why, 'not-there'] } : one
  })
}
