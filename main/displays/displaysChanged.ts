import type { Display, Placement } from '../../shared/contracts/layout.ts'
import { areaOf, isSameRect, shareIn } from '../../shared/displays/area.ts'
import { markOf } from '../../shared/displays/markOf.ts'
import { isCertainly, matchDisplays } from '../../shared/displays/matchDisplays.ts'
import { seenDisplays } from '../../shared/displays/seenDisplays.ts'
import { placedOn, type Placed } from './placed.ts'
import { hostsOf, placeGuests } from './placeGuests.ts'

/** What to do when the displays have changed: every window as it stands afterwards, and those of them that have to be moved. */
export type Rearranged = { readonly now: readonly Placed[]; readonly moves: readonly Placed[] }

type Known = { readonly window: Placed; readonly placement: Placement }

const isUnchanged = (a: Display, b: Display): boolean =>
  a.id === b.id && a.label === b.label && isSameRect(a.bounds, b.bounds) && isSameRect(a.workArea, b.workArea)

/** A window that no layout knows belongs to where it stood before the change. */
const placementOf = (window: Placed, remembered: readonly Placement[], before: readonly Display[]): Placement | null => {
  const known = remembered.find(({ id }) => id === window.id)
  const display = before.find(({ id }) => id === window.display)
  if (known || !display) return known ?? null
  const { id, mode, bounds } = window
  return { id, region: 'supervise', wall: null, display: markOf(display, before), mode, share: shareIn(bounds, areaOf(display)), zoom: 1 }
}

/** It was taken for home because it looks like it, and now the right one has come. */
const isMistaken = ({ window, placement }: Known, seen: readonly Display[]): boolean =>
  seen.some((display) => display.id !== window.display && isCertainly(placement.display, markOf(display, seen)))

const isInPlace = (a: Placed, b: Placed): boolean => a.display === b.display && a.mode === b.mode && isSameRect(a.bounds, b.bounds)

/** Guests that would be better off on a display that has just come and that nobody calls home. */
const leavingFor = (
  fresh: readonly Display[],
  guests: readonly Known[],
  seen: readonly Display[],
  homes: readonly Placed[],
): Set<string> => {
  const placements = guests.map(({ placement }) => placement)
  const better = hostsOf(placements, seen, homes, placements).filter(({ host }) => fresh.includes(host))
  return new Set(better.flatMap(({ members }) => members.map(({ id }) => id)))
}

/**
 * Which windows move where after displays came, went, turned or changed their size.
 *
 * `windows` carry their real bounds, so that what a person moved stays moved; what they belong to is `remembered`. A window at
 * home on a display that did not change stays, and so does a guest until its home is back, its host is gone, or a free display
 * has come. While no display is reported, as for a moment when a laptop leaves its dock, nothing moves.
 */
export const displaysChanged = (
  windows: readonly Placed[],
  remembered: readonly Placement[],
  before: readonly Display[],
  after: readonly Display[],
): Rearranged => {
  const seen = seenDisplays(after)
  if (seen.length === 0) return { now: windows, moves: [] }
  const same = new Set(seen.filter((display) => before.some((one) => isUnchanged(one, display))).map(({ id }) => id))
  const known = windows.flatMap((window): readonly Known[] => {
    const placement = placementOf(window, remembered, before)
    return placement ? [{ window, placement }] : []
  })
  const isSettled = (one: Known): boolean => one.window.standing === 'home' && same.has(one.window.display) && !isMistaken(one, seen)
  const settled = known.filter(isSettled)
  const others = known.filter((one) => !isSettled(one))
  const held = settled.map(({ window, placement }) => ({ mark: placement.display, display: window.display }))
  const found = matchDisplays(
    others.map(({ placement }) => placement.display),
    seen,
    held,
  )
  const returning = others.flatMap(({ placement }, at) => {
    const home = found[at]
    return home ? [placedOn(home, placement, 'home')] : []
  })
  const homes = [...settled.map(({ window }) => window), ...returning]
  const lost = others.filter((_, at) => !found[at])
  const fresh = seen.filter(({ id }) => !same.has(id) && homes.every(({ display }) => display !== id))
  const leaving = leavingFor(fresh, lost, seen, homes)
  const isStaying = ({ window }: Known): boolean => window.standing === 'guest' && same.has(window.display) && !leaving.has(window.id)
  const staying = lost.filter(isStaying).map(({ window }) => window)
  const moving = lost.filter((one) => !isStaying(one)).map(({ placement }) => placement)
  const placed = [...homes, ...staying, ...placeGuests(moving, seen, [...homes, ...staying], remembered)]
  const now = windows.map((window) => placed.find(({ id }) => id === window.id) ?? window)
  return { now, moves: now.filter((next, at) => windows[at] && !isInPlace(windows[at], next)) }
}
