import type { Display } from '../contracts/layout.ts'
import { seenDisplays } from './seenDisplays.ts'

/** The displays as they stand, from left to right and from top to bottom: the first is number 1, in the picture and on the glass. */
export const numberedDisplays = (displays: readonly Display[]): readonly Display[] =>
  [...seenDisplays(displays)].sort((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y || a.id - b.id)

/** The number of a display, as a person calls it; 0 for one that nobody can see. */
export const displayNumber = (id: number, displays: readonly Display[]): number =>
  numberedDisplays(displays).findIndex((display) => display.id === id) + 1
