import type { Display } from '../../shared/contracts/layout.ts'
import { isSameRect } from '../../shared/displays/area.ts'

/** Changes of displays that are still coming in. `before` is how it was when everything last stood still. */
export type Settling = { readonly before: readonly Display[]; readonly reported: readonly Display[]; readonly sinceMs: number }

/** A monitor that is plugged in is reported several times: first without its task bar, then with its scale. Longer than the gaps between. */
export const settleMs = 1_000

/** Displays were reported: the waiting begins anew, and what it was before all of it is kept. */
export const displaysReported = (
  settling: Settling | null,
  known: readonly Display[],
  reported: readonly Display[],
  nowMs: number,
): Settling => ({ before: settling?.before ?? known, reported, sinceMs: nowMs })

const isSameDisplay = (a: Display, b: Display): boolean =>
  a.id === b.id &&
  a.label === b.label &&
  a.scaleFactor === b.scaleFactor &&
  a.isPrimary === b.isPrimary &&
  isSameRect(a.bounds, b.bounds) &&
  isSameRect(a.workArea, b.workArea)

const isSameDesk = (a: readonly Display[], b: readonly Display[]): boolean =>
  a.length === b.length && a.every((display) => b.some((other) => isSameDisplay(display, other)))

/** `waiting`: ask again later. `nothing`: it flickered and is as before. A desk without displays is one that is still coming. */
export type Settled =
  | { readonly state: 'waiting' | 'nothing' }
  | { readonly state: 'changed'; readonly before: readonly Display[]; readonly after: readonly Display[] }

export const settledAt = ({ before, reported, sinceMs }: Settling, nowMs: number): Settled => {
  // A clock that was set back meanwhile says nothing of the pause: nobody waits until it has caught up.
  const isEarly = nowMs >= sinceMs && nowMs - sinceMs < settleMs
  if (reported.length === 0 || isEarly) return { state: 'waiting' }
  return isSameDesk(before, reported) ? { state: 'nothing' } : { state: 'changed', before, after: reported }
}
