import type { Placement, Region } from '../../shared/contracts/layout.ts'

export type OpenWindow = { readonly id: string; readonly region: Region; readonly wall: string | null }

/** What a layout makes of the windows that are open: `kept` ones take the place of a placement, whose id may be another than theirs. */
export type Reuse = {
  readonly kept: readonly { readonly window: string; readonly placement: Placement }[]
  readonly opened: readonly Placement[]
  readonly closed: readonly string[]
}

const showsSame = (window: OpenWindow, { region, wall }: Placement): boolean => window.region === region && window.wall === wall

/**
 * Which open windows a layout goes on using, which it opens and which it closes.
 *
 * A window that shows what the layout wants is moved, never loaded anew: somebody may be typing a report in it. Of several the
 * one of the same id is taken.
 */
export const reuseWindows = (open: readonly OpenWindow[], placements: readonly Placement[]): Reuse => {
  const own = new Map(
    placements.map((placement) => [placement.id, open.find((one) => one.id === placement.id && showsSame(one, placement))]),
  )
  const taken = new Set([...own.values()].flatMap((window) => (window ? [window.id] : [])))
  const kept = placements.flatMap((placement): Reuse['kept'] => {
    const window = own.get(placement.id) ?? open.find((one) => !taken.has(one.id) && showsSame(one, placement))
    if (!window) return []
    taken.add(window.id)
    return [{ window: window.id, placement }]
  })
  return {
    kept,
    opened: placements.filter(({ id }) => kept.every(({ placement }) => placement.id !== id)),
    closed: open.filter(({ id }) => !taken.has(id)).map(({ id }) => id),
  }
}
