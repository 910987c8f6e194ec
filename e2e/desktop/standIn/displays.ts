import type { Display, Point, Rectangle } from 'electron'

/** What a test says of a display; the rest is as on an ordinary one. `bounds` may be negative: a screen to the left of the first. */
export type DisplayGiven = { readonly id: number; readonly bounds: Rectangle } & Partial<
  Pick<Display, 'workArea' | 'scaleFactor' | 'rotation' | 'internal' | 'label'>
>

export type OfferedDisplay = Pick<
  Display,
  'id' | 'bounds' | 'workArea' | 'size' | 'workAreaSize' | 'scaleFactor' | 'rotation' | 'internal' | 'label' | 'touchSupport'
>

export const ordinaryDisplay: DisplayGiven = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }

const sizeOf = ({ width, height }: Rectangle) => ({ width, height })

export function displayOf(given: DisplayGiven): OfferedDisplay {
  const { id, bounds, workArea = bounds, scaleFactor = 1, rotation = 0, internal = false, label = `Display ${id}` } = given
  const sizes = { size: sizeOf(bounds), workAreaSize: sizeOf(workArea) }
  return { id, bounds, workArea, ...sizes, scaleFactor, rotation, internal, label, touchSupport: 'unknown' }
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

function distance({ x, y }: Point, { x: left, y: top, width, height }: Rectangle): number {
  const across = Math.max(left - x, 0, x - (left + width - 1))
  const down = Math.max(top - y, 0, y - (top + height - 1))
  return across * across + down * down
}

/** The first one of those that score best; a system has at least one display. */
function best<Shown extends { readonly bounds: Rectangle }>(displays: readonly Shown[], score: (bounds: Rectangle) => number): Shown {
  const [first, ...others] = displays
  if (!first) throw new Error('There is no display.')
  return others.reduce((found, display) => (score(display.bounds) > score(found.bounds) ? display : found), first)
}

export const nearestTo = <Shown extends { readonly bounds: Rectangle }>(displays: readonly Shown[], point: Point): Shown =>
  best(displays, (bounds) => -distance(point, bounds))

/** The display that shows most of it; the nearest one when none shows any. */
export function matching<Shown extends { readonly bounds: Rectangle }>(displays: readonly Shown[], wanted: Rectangle): Shown {
  const most = best(displays, (bounds) => overlap(bounds, wanted))
  if (overlap(most.bounds, wanted) > 0) return most
  return nearestTo(displays, { x: wanted.x + wanted.width / 2, y: wanted.y + wanted.height / 2 })
}

/** The rectangle around all displays: the X screen is as large as that, and begins where it begins. */
export function around(displays: readonly { readonly bounds: Rectangle }[]): Rectangle {
  const bounds = displays.map((display) => display.bounds)
  const x = Math.min(...bounds.map((one) => one.x))
  const y = Math.min(...bounds.map((one) => one.y))
  const right = Math.max(...bounds.map((one) => one.x + one.width))
  const bottom = Math.max(...bounds.map((one) => one.y + one.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** From where our main process places a window to where the X screen, which begins at `origin`, has it. */
export const onXScreen = (bounds: Rectangle, origin: Point): Rectangle => ({ ...bounds, x: bounds.x - origin.x, y: bounds.y - origin.y })

const shape = ({ bounds, workArea, scaleFactor, rotation }: OfferedDisplay): Readonly<Record<string, string>> => ({
  bounds: JSON.stringify(bounds),
  workArea: JSON.stringify(workArea),
  scaleFactor: String(scaleFactor),
  rotation: String(rotation),
})

/** Which metrics of a display are not what they were, in the words of `display-metrics-changed`. */
export function changedMetrics(before: OfferedDisplay, after: OfferedDisplay): readonly string[] {
  const was = shape(before)
  return Object.entries(shape(after)).flatMap(([metric, now]) => (was[metric] === now ? [] : [metric]))
}
