import type { Found } from './found.ts'
import type { Registry } from './registry.ts'

const small = /^(?:[ ,，、的]|那个|这个|里面?|上的?)?$/
const mostBetween = 3
/** What two descriptions of one house leave open. */
const agreedTrust = 0.97
/** 钱江路58号 and an estate that is not there: one of the two is wrong. */
const disagreedShare = 0.7

const isExactNumber = ({ why }: Found) => why.includes('number')
const isHouse = ({ why }: Found) => why.includes('building')

/** What both mean: the same houses; on that road; in that community. Null when the one says nothing of the other. */
const both = (registry: Registry, one: Found, other: Found): Found['spots'] | null => {
  const [first] = one.spots
  if (!first || !isHouse(other)) return null
  if (isExactNumber(one)) return other.spots.filter(({ site }) => one.spots.some((spot) => spot.site === site))
  if (first.how === 'road') return other.spots.filter(({ site }) => site >= 0 && registry.roadName(registry.roadOf(site)) === first.label)
  if (first.how === 'community') return other.spots.filter(({ community }) => community !== null && community === first.community)
  return null
}

const joined = (one: Found, other: Found, spots: Found['spots']): Found => {
  const last = other.doorEnd > one.doorEnd ? other : one
  return {
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
    doorEnd: last.doorEnd,
    heard: one.heard === 'said' ? other.heard : one.heard,
    spots,
    door: last.door,
    why: [...new Set([...one.why, ...other.why])].filter((word) => word !== 'road' && word !== 'community'),
    trust:
      isExactNumber(one) && (one.heard === 'said' || other.heard === 'said') ? Math.max(agreedTrust, one.trust, other.trust) : other.trust,
  }
}

/** 钱江路58号太和广场3幢: descriptions side by side say more together, or contradict each other. */
export const agreeing = (registry: Registry, text: string, found: readonly Found[]): readonly Found[] => {
  const gone = new Set<Found>()
  const lowered = new Set<Found>()
  const made: Found[] = []
  for (const one of found) {
    for (const other of found) {
      if (one === other) continue
      const gap = other.start >= one.doorEnd ? [one.doorEnd, other.start] : [other.doorEnd, one.start]
      const [from = 0, to = 0] = gap
      if (to < from || to - from > mostBetween || !small.test(text.slice(from, to))) continue
      const spots = both(registry, one, other)
      if (!spots) continue
      if (spots.length > 0) {
        made.push(joined(one, other, spots))
        gone.add(one).add(other)
      } else if (isExactNumber(one)) lowered.add(one).add(other)
    }
  }
  const kept = found.filter((one) => !gone.has(one))
  const weaker = kept.map((one) => (lowered.has(one) ? { ...one, trust: one.trust * disagreedShare, why: [...one.why, 'disagrees'] } : one))
  return [...weaker, ...made]
}
