import type { Display, DisplayMark } from '../contracts/layout.ts'
import { markOf } from './markOf.ts'

/** A display that a mark stands for already: a window of that mark stands on it and is not to be argued with. */
export type Held = { readonly mark: DisplayMark; readonly display: number }

const isSameSize = (a: DisplayMark, b: DisplayMark): boolean => a.width === b.width && a.height === b.height
const isTurned = (a: DisplayMark, b: DisplayMark): boolean => a.width === b.height && a.height === b.width
const isSameSpot = (a: DisplayMark, b: DisplayMark): boolean => a.offset.x === b.offset.x && a.offset.y === b.offset.y
const isNamed = (a: DisplayMark, b: DisplayMark): boolean => a.label !== '' && a.label === b.label
const isOtherwiseNamed = (a: DisplayMark, b: DisplayMark): boolean => a.label !== '' && b.label !== '' && a.label !== b.label

/** Marks of one monitor, taken at different times. */
export const isSameMark = (a: DisplayMark, b: DisplayMark): boolean =>
  a.label === b.label && (a.lastId === b.lastId || (isSameSize(a, b) && isSameSpot(a, b) && a.scaleFactor === b.scaleFactor))

const certain = 16

/** This very monitor: its id, its label and its size are as they were. */
export const isCertainly = (mark: DisplayMark, seen: Pick<DisplayMark, 'lastId' | 'label' | 'width' | 'height'>): boolean =>
  mark.lastId === seen.lastId && mark.label === seen.label && mark.width === seen.width && mark.height === seen.height

const distanceOf = (a: DisplayMark, b: DisplayMark): number => Math.hypot(a.offset.x - b.offset.x, a.offset.y - b.offset.y)

/**
 * How much a display resembles what is remembered; null: it is another one.
 *
 * Ids are given anew when a cable changes its socket and are reused for other monitors, so an id alone is believed only while
 * the label does not speak against it. A desk of equal monitors is told apart by where they stand.
 */
const resemblance = (mark: DisplayMark, seen: DisplayMark): number | null => {
  if (isOtherwiseNamed(mark, seen)) return null
  const isSameId = mark.lastId === seen.lastId
  const isSamePlace = isSameSize(mark, seen) && isSameSpot(mark, seen)
  if (!isSameId && !isNamed(mark, seen) && !isSamePlace) return null
  if (isCertainly(mark, seen)) return certain
  const points = [
    isSameId ? 8 : 0,
    isNamed(mark, seen) ? 4 : 0,
    isSameSize(mark, seen) ? 2 : isTurned(mark, seen) ? 1 : 0,
    isSameSpot(mark, seen) ? 1 : 0,
    mark.scaleFactor === seen.scaleFactor ? 0.5 : 0,
    mark.isPrimary === seen.isPrimary ? 0.25 : 0,
  ]
  return points.reduce((sum, point) => sum + point, 0) - Math.min(distanceOf(mark, seen), 100_000) / 1_000_000
}

type Pair = { readonly at: number; readonly display: Display; readonly score: number }

const isFree = ({ display, score }: Pair, mark: DisplayMark, held: readonly Held[]): boolean =>
  score === certain || held.every((other) => other.display !== display.id || isSameMark(other.mark, mark))

/**
 * For each mark the display it stands for, or null when that monitor is not here.
 *
 * The most certain pairs are made first, and two marks of different monitors never share a display unless both are certain of it.
 */
export const matchDisplays = (
  marks: readonly DisplayMark[],
  displays: readonly Display[],
  held: readonly Held[] = [],
): readonly (Display | null)[] => {
  const pairs = marks
    .flatMap((mark, at) =>
      displays.flatMap((display): readonly Pair[] => {
        const score = resemblance(mark, markOf(display, displays))
        return score === null ? [] : [{ at, display, score }]
      }),
    )
    .sort((a, b) => b.score - a.score)
  const found = marks.map((): Display | null => null)
  const taken = [...held]
  for (const pair of pairs) {
    const mark = marks[pair.at]
    if (!mark || found[pair.at] || !isFree(pair, mark, taken)) continue
    found[pair.at] = pair.display
    taken.push({ mark, display: pair.display.id })
  }
  return found
}
