import type { Display, Placement, Rect, WindowMode } from '../../shared/contracts/layout.ts'
import { areaOf, boundsIn } from '../../shared/displays/area.ts'
import { fitted } from './fitted.ts'

/**
 * Where a window stands now. `bounds` is what it takes when it is not maximized or full screen.
 *
 * A guest stands on another display than the one it belongs to, and goes home when that one comes back.
 */
export type Placed = {
  readonly id: string
  readonly display: number
  readonly bounds: Rect
  readonly mode: WindowMode
  readonly standing: 'home' | 'guest'
}

/** The window as its placement says, on the ground of this display. */
export const placedOn = (display: Display, { id, share, mode }: Placement, standing: Placed['standing']): Placed => {
  const area = areaOf(display)
  return { id, display: display.id, bounds: fitted(boundsIn(share, area), area), mode, standing }
}
