import { distanceM } from '../../shared/domain/geo/point.ts'
import { areViewsOfOne } from './kindViews.ts'
import type { MatterFacts } from './matterFacts.ts'
import type { RoomSign } from './signs.ts'

/** Two callers who stand at the same thing name points this far apart, metres. */
const sameSpotM = 60
/** Beyond this many times the reach they are at two things. */
const apartFrom = 1.5

/** What the room knows of two matters beside their words. */
export type Outward = {
  readonly signs: Readonly<Partial<Record<RoomSign, number>>>
  /** How surely both are in one place, 0–1; null when the room does not know one of them well enough. */
  readonly together: number | null
  /** The distance in words of the reasons; null when it says nothing. */
  readonly within: string | null
}

const byPlace = (a: MatterFacts, b: MatterFacts): Outward => {
  if (a.building !== null && a.building === b.building) return { signs: { 'same-building': 1 }, together: 1, within: null }
  if (a.point && b.point) {
    const metres = distanceM(a.point, b.point)
    const reach = sameSpotM + a.uncertaintyM + b.uncertaintyM
    const near = Math.exp(-((metres / reach) ** 2))
    const far = Math.min(1, Math.max(0, metres / reach - apartFrom) / apartFrom)
    return {
      signs: { 'same-spot': near, 'far-off': far },
      together: near,
      within: metres <= reach * apartFrom ? `within:${Math.round(metres)}m` : null,
    }
  }
  if (a.grid !== null && b.grid !== null) {
    return { signs: { [a.grid === b.grid ? 'same-grid' : 'other-grid']: 1 }, together: null, within: null }
  }
  return { signs: {}, together: null, within: null }
}

/** Compares places and callers. */
export const roomSignsOf = (a: MatterFacts, b: MatterFacts): Outward => {
  const place = byPlace(a, b)
  const isSameCaller = a.phones.some((phone) => phone !== '' && b.phones.includes(phone))
  return {
    ...place,
    signs: {
      ...place.signs,
      ...(isSameCaller ? { 'same-phone': 1 } : {}),
      ...(areViewsOfOne(a.kind, b.kind) ? { 'near-kind-there': place.together ?? 0 } : {}),
    },
  }
}
