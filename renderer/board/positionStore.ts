import type { Position } from '../../shared/contracts/positions.ts'
import type { UnitId } from '../../shared/domain/ids.ts'

type Listener = (moved: ReadonlySet<UnitId>) => void

/**
 * Where units are: the newest fix of each, outside Redux, because hundreds a second change.
 *
 * Listeners are told once per frame which units moved. The map draws from it directly; a component that
 * needs one unit reads it with `usePosition`.
 */
export type PositionStore = {
  readonly get: (unit: UnitId) => Position | undefined
  readonly all: () => ReadonlyMap<UnitId, Position>
  readonly moved: (positions: readonly Position[]) => void
  readonly subscribe: (listener: Listener) => () => void
}

export const positionStore = (schedule: (flush: () => void) => void): PositionStore => {
  const newest = new Map<UnitId, Position>()
  const listeners = new Set<Listener>()
  let changed = new Set<UnitId>()

  const tell = () => {
    const moved = changed
    changed = new Set()
    for (const listener of listeners) listener(moved)
  }

  return {
    get: (unit) => newest.get(unit),
    all: () => newest,
    moved: (positions) => {
      const wasQuiet = changed.size === 0
      for (const position of positions) {
        const known = newest.get(position.unit)
        if (known && known.at > position.at) continue
        newest.set(position.unit, position)
        changed.add(position.unit)
      }
      if (wasQuiet && changed.size > 0) schedule(tell)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
