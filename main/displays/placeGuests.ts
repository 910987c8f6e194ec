import type { Display, DisplayMark, Placement } from '../../shared/contracts/layout.ts'
import { areaOf, boundsIn, isSameRect } from '../../shared/displays/area.ts'
import { markOf } from '../../shared/displays/markOf.ts'
import { isSameMark } from '../../shared/displays/matchDisplays.ts'
import { nextInCascade } from './cascade.ts'
import { placedOn, type Placed } from './placed.ts'

/** Windows that stood together on one monitor, and look for ground together. */
type Group = { readonly mark: DisplayMark; readonly members: readonly Placement[] }
type Hosted = Group & { readonly host: Display }

const groupsOf = (lost: readonly Placement[]): readonly Group[] =>
  lost.reduce<readonly Group[]>((groups, placement) => {
    const at = groups.findIndex(({ mark }) => isSameMark(mark, placement.display))
    const group = groups[at]
    return group
      ? groups.with(at, { ...group, members: [...group.members, placement] })
      : [...groups, { mark: placement.display, members: [placement] }]
  }, [])

/** What stands on a display already, as far as a guest must mind it. */
type Standing = { readonly display: number; readonly mode: Placed['mode']; readonly takesReports: boolean }

const takesReports = ({ region }: Placement): boolean => region === 'queue' || region === 'all'

/**
 * How unwelcome a guest is there, the gravest reason first: nobody sits at a wall, reports must stay in sight where they are
 * taken, and an empty display is better than a full one. Then the nearest to where it stood.
 */
const costs = (display: Display, displays: readonly Display[], standing: readonly Standing[], { mark }: Group): readonly number[] => {
  const there = standing.filter((one) => one.display === display.id)
  const { offset } = markOf(display, displays)
  return [
    there.some(({ mode }) => mode === 'kiosk') ? 1 : 0,
    there.some((one) => one.takesReports) ? 1 : 0,
    there.length,
    Math.hypot(offset.x - mark.offset.x, offset.y - mark.offset.y),
  ]
}

const firstDifference = (a: readonly number[], b: readonly number[]): number =>
  a.map((cost, at) => cost - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0

const standingOf = (placed: readonly Placed[], remembered: readonly Placement[]): readonly Standing[] =>
  placed.map(({ id, display, mode }) => ({ display, mode, takesReports: remembered.some((one) => one.id === id && takesReports(one)) }))

/** For each group of lost windows the display that takes them in. */
export const hostsOf = (
  lost: readonly Placement[],
  displays: readonly Display[],
  taken: readonly Placed[],
  remembered: readonly Placement[],
): readonly Hosted[] => {
  const standing = [...standingOf(taken, remembered)]
  return groupsOf(lost).flatMap((group) => {
    const ranked = displays.map((display) => ({ display, cost: costs(display, displays, standing, group) }))
    const host = ranked.sort((a, b) => firstDifference(a.cost, b.cost))[0]?.display
    if (!host) return []
    standing.push(...group.members.map((one) => ({ display: host.id, mode: one.mode, takesReports: takesReports(one) })))
    return [{ ...group, host }]
  })
}

/** On ground of its own a group stands as it stood at home, unless some of it would hide the rest. */
const asAtHome = ({ host, members }: Hosted): readonly Placed[] | null => {
  const placed = members.map((placement) => placedOn(host, placement, 'guest'))
  const isHidden = placed.some((one, at) => placed.some((other, before) => before < at && isSameRect(one.bounds, other.bounds)))
  const isCovered = placed.length > 1 && placed.some(({ mode }) => mode !== 'normal')
  return isHidden || isCovered ? null : placed
}

/** Takes in the windows whose display is not here: as they stood where the ground is free, else in a cascade over what stands there. */
export const placeGuests = (
  lost: readonly Placement[],
  displays: readonly Display[],
  taken: readonly Placed[],
  remembered: readonly Placement[],
): readonly Placed[] => {
  const hosted = hostsOf(lost, displays, taken, remembered)
  return hosted.reduce<readonly Placed[]>((guests, group) => {
    const { host, members } = group
    const isAlone = taken.every(({ display }) => display !== host.id) && hosted.every((other) => other === group || other.host !== host)
    const own = isAlone ? asAtHome(group) : null
    if (own) return [...guests, ...own]
    return members.reduce<readonly Placed[]>((before, { id, share }) => {
      const others = [...taken, ...before].filter(({ display }) => display === host.id).map(({ bounds }) => bounds)
      const area = areaOf(host)
      const bounds = nextInCascade(boundsIn(share, area), area, others)
      return [...before, { id, display: host.id, bounds, mode: 'normal', standing: 'guest' }]
    }, guests)
  }, [])
}
