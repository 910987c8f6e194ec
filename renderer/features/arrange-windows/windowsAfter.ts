import { mostPlacements, type Display, type Placement, type Region, type WindowMode } from '../../../shared/contracts/layout.ts'
import { assertNever } from '../../../shared/domain/assertNever.ts'
import { markOf } from '../../../shared/displays/markOf.ts'
import { seenDisplays } from '../../../shared/displays/seenDisplays.ts'
import { deskOf } from './deskOf.ts'
import { axisOf, equalParts, laidOut, partsWith } from './sideBySide.ts'

export type WindowChange =
  | { readonly type: 'region.put'; readonly region: Region; readonly display: number }
  | { readonly type: 'region.taken'; readonly region: Region; readonly display: number }
  | { readonly type: 'window.sent'; readonly id: string; readonly display: number }
  | { readonly type: 'window.removed'; readonly id: string }
  | { readonly type: 'window.shifted'; readonly id: string; readonly by: 1 | -1 }
  | { readonly type: 'window.resized'; readonly id: string; readonly by: 1 | -1 }
  | { readonly type: 'window.set'; readonly id: string; readonly mode?: WindowMode; readonly zoom?: number }

/** The region's own name where it is free, so that a layout that is read by people reads well. */
const freeId = (region: Region, windows: readonly Placement[], number = 1): string => {
  const id = number === 1 ? region : `${region}-${number}`
  return windows.some((window) => window.id === id) ? freeId(region, windows, number + 1) : id
}

const replaced = (windows: readonly Placement[], next: readonly Placement[]): readonly Placement[] => [
  ...windows.map((window) => next.find(({ id }) => id === window.id) ?? window),
  ...next.filter(({ id }) => windows.every((window) => window.id !== id)),
]

/** The windows when these stand on the display side by side, in this order, and what they left has closed up. */
const arranged = (windows: readonly Placement[], there: readonly Placement[], id: number, displays: readonly Display[]) => {
  const seen = seenDisplays(displays)
  const display = seen.find((one) => one.id === id)
  if (!display) return windows
  const marked = there.map((window) => ({ ...window, display: markOf(display, seen) }))
  return replaced(windows, laidOut(marked, equalParts(marked), axisOf(display)))
}

/** The windows after one has gone from its display: those that stay behind take its room. */
const withoutWindow = (windows: readonly Placement[], id: string, displays: readonly Display[]): readonly Placement[] => {
  const desk = deskOf(windows, displays)
  const from = seenDisplays(displays).find((display) => desk.on(display.id).some((window) => window.id === id))
  const rest = windows.filter((window) => window.id !== id)
  return from ? arranged(rest, deskOf(rest, displays).on(from.id), from.id, displays) : rest
}

const displayHere = (id: number, displays: readonly Display[]): Display | undefined => seenDisplays(displays).find((display) => display.id === id)

const put = (windows: readonly Placement[], window: Placement, display: number, displays: readonly Display[]): readonly Placement[] =>
  arranged([...windows, window], [...deskOf(windows, displays).on(display), window], display, displays)

const aWindow = (region: Region, windows: readonly Placement[], display: Display, displays: readonly Display[]): Placement => ({
  id: freeId(region, windows),
  region,
  wall: null,
  display: markOf(display, seenDisplays(displays)),
  mode: 'normal',
  share: { x: 0, y: 0, width: 1, height: 1 },
  zoom: 1,
})

const swapped = (there: readonly Placement[], id: string, by: 1 | -1): readonly Placement[] => {
  const at = there.findIndex((window) => window.id === id)
  const [one, other] = [there[at], there[at + by]]
  return one && other ? there.with(at, other).with(at + by, one) : there
}

const neighbourhood = (windows: readonly Placement[], id: string, displays: readonly Display[]) => {
  const desk = deskOf(windows, displays)
  const display = seenDisplays(displays).find((one) => desk.on(one.id).some((window) => window.id === id))
  return display ? { display, there: desk.on(display.id) } : null
}

/** The windows of a layout after one thing was done with them; the same ones when it does nothing. */
export const windowsAfter = (windows: readonly Placement[], change: WindowChange, displays: readonly Display[]): readonly Placement[] => {
  switch (change.type) {
    case 'region.put': {
      const display = displayHere(change.display, displays)
      if (!display || windows.length >= mostPlacements) return windows
      return put(windows, aWindow(change.region, windows, display, displays), change.display, displays)
    }
    case 'region.taken': {
      const last = deskOf(windows, displays)
        .on(change.display)
        .findLast(({ region }) => region === change.region)
      return last ? withoutWindow(windows, last.id, displays) : windows
    }
    case 'window.sent': {
      const window = windows.find(({ id }) => id === change.id)
      const isThere = deskOf(windows, displays)
        .on(change.display)
        .some(({ id }) => id === change.id)
      // A display may go between the click and here: the window then stays where it stands.
      const isMoved = displayHere(change.display, displays) !== undefined && !isThere
      return window && isMoved ? put(withoutWindow(windows, change.id, displays), window, change.display, displays) : windows
    }
    case 'window.removed':
      return withoutWindow(windows, change.id, displays)
    case 'window.shifted': {
      const near = neighbourhood(windows, change.id, displays)
      return near ? arranged(windows, swapped(near.there, change.id, change.by), near.display.id, displays) : windows
    }
    case 'window.resized': {
      const near = neighbourhood(windows, change.id, displays)
      if (!near || near.there.length < 2) return windows
      const axis = axisOf(near.display)
      return replaced(windows, laidOut(near.there, partsWith(near.there, axis, change.id, change.by), axis))
    }
    case 'window.set': {
      const { id, mode, zoom } = change
      return windows.map((window) => (window.id === id ? { ...window, mode: mode ?? window.mode, zoom: zoom ?? window.zoom } : window))
    }
    default:
      return assertNever(change)
  }
}
