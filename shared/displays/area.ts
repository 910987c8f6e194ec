import type { Display, Rect, Share } from '../contracts/layout.ts'

/** Where windows may stand. Some desktops report an empty work area for a moment, or always: then it is the whole display. */
export const areaOf = ({ workArea, bounds }: Pick<Display, 'workArea' | 'bounds'>): Rect =>
  workArea.width > 0 && workArea.height > 0 ? workArea : bounds

/** Whole numbers, because a window stands on whole ones; and no minus zero, which is another number to a comparison. */
const whole = (value: number): number => Math.round(value) + 0

/** Each edge is rounded by itself, so that two windows side by side have no line of desktop between them. */
export const boundsIn = (share: Share, area: Rect): Rect => {
  const [left, top] = [whole(area.x + share.x * area.width), whole(area.y + share.y * area.height)]
  const right = whole(area.x + (share.x + share.width) * area.width)
  const bottom = whole(area.y + (share.y + share.height) * area.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)

/** The inverse of `boundsIn` in the same area, as far as a share reaches. */
export const shareIn = (bounds: Rect, area: Rect): Share => ({
  x: between(-2, (bounds.x - area.x) / area.width, 3),
  y: between(-2, (bounds.y - area.y) / area.height, 3),
  width: between(0, bounds.width / area.width, 4),
  height: between(0, bounds.height / area.height, 4),
})

export const isSameRect = (a: Rect, b: Rect): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

const shared = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom))

/** How much of the two is the same ground; nothing where they only touch. */
export const overlapOf = (a: Rect, b: Rect): { readonly width: number; readonly height: number } => ({
  width: shared(a.x, a.width, b.x, b.width),
  height: shared(a.y, a.height, b.y, b.height),
})
