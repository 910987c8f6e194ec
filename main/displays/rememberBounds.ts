import type { Display, Placement, Rect, WindowMode } from '../../shared/contracts/layout.ts'
import { areaOf, overlapOf, shareIn } from '../../shared/displays/area.ts'
import { markOf } from '../../shared/displays/markOf.ts'
import { matchDisplays } from '../../shared/displays/matchDisplays.ts'
import { seenDisplays } from '../../shared/displays/seenDisplays.ts'

const groundShared = (a: Rect, b: Rect): number => {
  const { width, height } = overlapOf(a, b)
  return width * height
}

/** The display that most of a window lies on; undefined for one that lies nowhere, as a minimized one does on some systems. */
export const displayUnder = (bounds: Rect, displays: readonly Display[]): Display | undefined =>
  displays.reduce<Display | undefined>(
    (best, display) => (groundShared(bounds, display.bounds) > (best ? groundShared(bounds, best.bounds) : 0) ? display : best),
    undefined,
  )

const isSame = (a: Placement, b: Placement): boolean => JSON.stringify(a) === JSON.stringify(b)

const wholeShare = { x: 0, y: 0, width: 1, height: 1 }

/**
 * The placement of a window that stands like this now, whatever it was before: for saving a layout as it is seen.
 *
 * A maximized window says nothing of the size it takes when it is not, so that is kept while it stays on its display.
 */
export const placementAt = (placement: Placement, bounds: Rect, mode: WindowMode, displays: readonly Display[]): Placement => {
  const seen = seenDisplays(displays)
  const under = displayUnder(bounds, seen)
  if (!under) return placement
  const [home] = matchDisplays([placement.display], seen)
  const kept = home === under ? placement.share : wholeShare
  const share = mode === 'normal' ? shareIn(bounds, areaOf(under)) : kept
  const next = { ...placement, display: markOf(under, seen), mode, share }
  return isSame(next, placement) ? placement : next
}

/**
 * The placement after a person moved, resized or maximized the window; the same object when there is nothing new.
 *
 * A guest keeps its home in mind: moving it about on its host does not change where it belongs. Ask only while the displays are
 * settled: a system moves windows by itself when a display goes, and that must not be taken for a person's wish.
 */
export const rememberBounds = (placement: Placement, bounds: Rect, mode: WindowMode, displays: readonly Display[]): Placement => {
  const [home] = matchDisplays([placement.display], seenDisplays(displays))
  return home ? placementAt(placement, bounds, mode, displays) : placement
}
