import { heardShareOf, heardWhy, noDoor, trust, type Found } from './found.ts'
import type { NameHit } from './nameIndex.ts'
import type { Registry } from './registry.ts'

const joined = /^(?:[与和跟同、/交]|[,，]|靠近|靠|近|与那个|跟那个|和那个|的)?$/
/** Without one of these behind them, two roads parted by a comma are two roads. */
const corner =
  /^(?:的|那个|这个|这边|那边)?(?:十字路口|丁字路口|交叉路口|交叉口|交汇处|交汇口|交界处|交界|交口|路口|拐角处?|转角处?|街角|口子?|红绿灯)/

const mostBetween = 3

/** 钱江路与太和街交叉口: two roads said together, in either order, that meet in the town. */
export const crossingsIn = (registry: Registry, text: string, hits: readonly NameHit[]): readonly Found[] => {
  const roads = hits.flatMap((hit) =>
    registry.meaningsOf(hit.name).flatMap((meaning) => (meaning.kind === 'road' ? [{ hit, road: meaning.road }] : [])),
  )
  return roads.flatMap((one) =>
    roads.flatMap((other): readonly Found[] => {
      const [from, to] = [one.hit.end, other.hit.start]
      if (to < from || to - from > mostBetween || !joined.test(text.slice(from, to))) return []
      const spot = registry.crossing(one.road, other.road)
      const words = corner.exec(text.slice(other.hit.end, other.hit.end + 8))?.[0] ?? ''
      if (!spot || (words === '' && /[,，]/.test(text.slice(from, to)))) return []
      const end = other.hit.end + words.length
      const heard = one.hit.heard === 'said' ? other.hit.heard : one.hit.heard
      const share = heardShareOf(one.hit) * heardShareOf(other.hit)
      const why = ['crossing', ...heardWhy(heard)]
      return [{ start: one.hit.start, end, doorEnd: end, heard, spots: [spot], door: noDoor, why, trust: trust.crossing * share }]
    }),
  )
}
