import type { WallUp } from '../../shared/contracts/wall.ts'
import type { TownId, WallId } from '../../shared/domain/ids.ts'

type Kept = WallUp & { readonly town: TownId }

/** Which walls have screens connected now, and since when they have, or have not. Presence: what was before the server started is not known. */
export const wallBook = (now: () => number) => {
  const walls = new Map<string, Kept>()
  const change = (town: TownId, wall: WallId, by: 1 | -1): void => {
    const key = `${town} ${wall}`
    const known = walls.get(key)
    const screens = Math.max(0, (known?.screens ?? 0) + by)
    const isTurned = !known || known.screens > 0 !== screens > 0
    walls.set(key, { town, wall, screens, since: isTurned ? now() : known.since })
  }
  return {
    join: (town: TownId, wall: WallId): void => change(town, wall, 1),
    leave: (town: TownId, wall: WallId): void => change(town, wall, -1),
    of: (town: TownId): readonly WallUp[] =>
      [...walls.values()].filter((one) => one.town === town).map(({ wall, screens, since }) => ({ wall, screens, since })),
  }
}
