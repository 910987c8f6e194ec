import type { WallUp } from '../../shared/contracts/wall.ts'
import type { TownId, WallId } from '../../shared/domain/ids.ts'

type Hung = { readonly town: TownId; readonly wall: WallId }

/**
 * Which walls have screens connected now, and since when they have, or have not; a screen is a socket, and of one wall
 * at most. Presence: gone with the socket, and what was before the server started is not known.
 */
export const wallBook = (now: () => number) => {
  const screens = new Map<string, Hung>()
  const walls = new Map<string, WallUp & Hung>()
  const listeners = new Set<(town: TownId) => void>()
  const change = ({ town, wall }: Hung, by: 1 | -1): void => {
    const key = `${town} ${wall}`
    const known = walls.get(key)
    const number = (known?.screens ?? 0) + by
    const isTurned = !known || known.screens > 0 !== number > 0
    walls.set(key, { town, wall, screens: number, since: isTurned ? now() : known.since })
  }
  const hang = (socket: string, next: Hung | null): void => {
    const before = screens.get(socket) ?? null
    if (before?.town === next?.town && before?.wall === next?.wall) return
    if (before) change(before, -1)
    if (next) {
      change(next, 1)
      screens.set(socket, next)
    } else screens.delete(socket)
    const towns = new Set([before, next].flatMap((one) => (one ? [one.town] : [])))
    for (const town of towns) for (const listener of listeners) listener(town)
  }
  return {
    /** This screen shows a wall from now on, and no other; null: none. */
    hang: (socket: string, town: TownId, wall: WallId | null): void => hang(socket, wall && { town, wall }),
    leave: (socket: string): void => hang(socket, null),
    of: (town: TownId): readonly WallUp[] =>
      [...walls.values()].filter((one) => one.town === town).map(({ wall, screens, since }) => ({ wall, screens, since })),
    onChange: (listener: (town: TownId) => void): void => void listeners.add(listener),
  }
}

export type WallBook = ReturnType<typeof wallBook>
