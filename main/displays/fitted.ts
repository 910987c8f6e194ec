import type { Rect } from '../../shared/contracts/layout.ts'
import { overlapOf } from '../../shared/displays/area.ts'

/** Smaller than this a region cannot be worked with. DIP. */
export const leastWindow = { width: 640, height: 400 }
/** The part of a window that must lie on its work area: enough to see what it is and to take hold of it. DIP. */
export const leastSeen = { width: 320, height: 200 }
/** Systems count an unseen border to a window, so one that fills half a screen hangs out by this much. DIP. */
export const borderDip = 8

const within = (from: number, length: number, areaFrom: number, areaLength: number): number =>
  Math.max(areaFrom, Math.min(from, areaFrom + areaLength - length))

/** Its title bar can be taken hold of, and enough of it is on this ground. */
export const isInReach = (bounds: Rect, area: Rect): boolean => {
  const seen = overlapOf(bounds, area)
  const isSeen = seen.width >= Math.min(leastSeen.width, area.width) && seen.height >= Math.min(leastSeen.height, area.height)
  return isSeen && bounds.y >= area.y - borderDip
}

const lengthIn = (wish: number, least: number, area: number): number =>
  wish > area + 2 * borderDip ? area : Math.max(wish, Math.min(least, area))

/** The same window, usable on this ground: not larger than it, not too small, and moved only when it is out of reach. */
export const fitted = (bounds: Rect, area: Rect): Rect => {
  const width = lengthIn(bounds.width, leastWindow.width, area.width)
  const height = lengthIn(bounds.height, leastWindow.height, area.height)
  const sized = { ...bounds, width, height }
  if (isInReach(sized, area)) return sized
  return { x: within(bounds.x, width, area.x, area.width), y: within(bounds.y, height, area.y, area.height), width, height }
}
