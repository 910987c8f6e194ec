import { changeCounts } from './changeCounts.ts'
import { sharedPairs, type Pairs } from './soundPairs.ts'

/** How common pairs are in reports at large: of so many texts, how many hold each. */
export type Common = { readonly texts: number; readonly counts: ReadonlyMap<number, number> }

/** Weighs pairs, in nats: what few reports say tells matters apart, be it rare at large or only among those open now. */
export type Rarity = {
  readonly add: (pairs: Pairs) => void
  readonly remove: (pairs: Pairs) => void
  readonly mass: (pairs: Pairs) => number
  /** What two sets share: the rarer and the more, the higher. */
  readonly shared: (a: Pairs, b: Pairs) => number
}

/** What more reports than this say (about one in twelve) tells nothing at all. Nats. */
const commonest = 2.5
/** Open reports count for little until there are about as many of them. */
const fewOpen = 30
/** Beyond this a pair is no rarer for being unheard of: it may be a slip of the tongue. Nats. */
const rarest = 6

/** The share of texts at large that hold a pair. */
export const shareOf = ({ texts, counts }: Common, pair: number): number => ((counts.get(pair) ?? 0) + 1) / (texts + 1)

export const rarity = (common: Common): Rarity => {
  const open = new Map<number, number>()
  const atLarge = new Map([...common.counts.keys()].map((pair) => [pair, -Math.log(shareOf(common, pair))]))
  const unheard = -Math.log(1 / (common.texts + 1))
  let total = 0
  const weight = (pair: number) => {
    const usual = atLarge.get(pair) ?? unheard
    const others = (open.get(pair) ?? 0) - 1
    const nats = others > 0 ? Math.min(usual, Math.max(0, -Math.log(others / (total + fewOpen)))) : usual
    return (Math.max(0, Math.min(rarest, nats) - commonest) * rarest) / (rarest - commonest)
  }
  const change = (pairs: Pairs, by: number) => {
    total += by
    changeCounts(open, pairs, by)
  }
  const mass = (pairs: Pairs) => {
    let sum = 0
    for (const pair of pairs) sum += weight(pair)
    return sum
  }
  return {
    add: (pairs) => change(pairs, 1),
    remove: (pairs) => change(pairs, -1),
    mass,
    shared: (a, b) => sharedPairs(a, b).reduce((sum, pair) => sum + weight(pair), 0),
  }
}
