import { z } from 'zod'

/** Numbers a supervisor may change while the room works. */
export const Thresholds = z.object({
  /** Below this confidence the brain asks the person instead of guessing (0–1). */
  askBelowConfidence: z.number().min(0).max(1),
  /** A position older than this is shown as old. */
  fixIsOldAfterMs: z.number().int().min(1_000),
  /** A position older than this is not used for choosing, unless nothing else is left. */
  fixIsUselessAfterMs: z.number().int().min(1_000),
  /** A unit freed less than this ago is put behind others that have rested. */
  restMs: z.number().int().min(0),
  /** Arrival farther from the incident than this is said openly. */
  arrivalWithinM: z.number().min(1),
  /** Departments called by a whistle report in within this span. */
  whistleWithinMs: z.number().int().min(1_000),
})
export type Thresholds = z.infer<typeof Thresholds>

/** A position that is useless before it is old contradicts itself. */
export const areInOrder = ({ fixIsOldAfterMs, fixIsUselessAfterMs }: Thresholds): boolean => fixIsUselessAfterMs > fixIsOldAfterMs

/** What may be set. Journals hold some from before this was asked, and stay readable. */
export const SoundThresholds = Thresholds.refine(areInOrder, {
  path: ['fixIsUselessAfterMs'],
  message: 'must be longer than fixIsOldAfterMs',
})

/** What a room starts with. 60 s and 10 min for positions: see `docs/decisions`; the rest are a room's habit. */
export const defaultThresholds: Thresholds = {
  askBelowConfidence: 0.55,
  fixIsOldAfterMs: 60_000,
  fixIsUselessAfterMs: 600_000,
  restMs: 10 * 60_000,
  arrivalWithinM: 200,
  whistleWithinMs: 30 * 60_000,
}
