import type { Point } from '../../shared/domain/geo/point.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'

/** A step longer than this is a jump, not a way that somebody went. */
const jumpM = 400
const arrivedM = 0.5

/** The time in which about two thirds of a step are made. */
const easeMs = 500

/** The next point to draw on the way from where a thing is shown to where it is; the target itself when it is there. */
export const glide = (shown: Point | undefined, target: Point, passedMs: number): Point => {
  if (!shown) return target
  const left = distanceM(shown, target)
  if (left > jumpM || left < arrivedM) return target
  const part = 1 - Math.exp(-passedMs / easeMs)
  return [shown[0] + (target[0] - shown[0]) * part, shown[1] + (target[1] - shown[1]) * part]
}
