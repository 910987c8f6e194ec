import type { Rect } from '../../shared/contracts/layout.ts'
import { leastWindow } from './fitted.ts'

/** One title bar below the next, and closer together only where there is no more room. DIP. */
const steps = [32, 16, 8, 4, 2, 1]

/** A window of a cascade leaves this part of the ground free, so that there is room to shift the next one. */
const mostOfArea = 0.75

const lengthOf = (wish: number, least: number, area: number): number => Math.floor(Math.min(Math.max(wish, least), area * mostOfArea))

type Corner = { readonly x: number; readonly y: number }

/** The corners of a cascade: down a diagonal, then down another beside it. The first leaves the edge of what lies below in sight. */
function* cornersIn(room: Rect, step: number): Generator<Corner> {
  for (let aside = 0; aside < room.width; aside += 4 * step)
    for (let down = step; down <= room.height && aside + down <= room.width; down += step)
      yield { x: room.x + aside + down, y: room.y + down }
}

const isClear = ({ x, y }: Corner, others: readonly Rect[], step: number): boolean =>
  others.every((other) => Math.max(Math.abs(other.x - x), Math.abs(other.y - y)) >= step)

/** The next place of a cascade on this ground that hides no title bar of the others. */
export const nextInCascade = (wish: Rect, area: Rect, others: readonly Rect[]): Rect => {
  const width = lengthOf(wish.width, leastWindow.width, area.width)
  const height = lengthOf(wish.height, leastWindow.height, area.height)
  const room = { x: area.x, y: area.y, width: area.width - width, height: area.height - height }
  for (const step of steps)
    for (const corner of cornersIn(room, step)) if (isClear(corner, others, step)) return { ...corner, width, height }
  return { x: area.x, y: area.y, width, height }
}
