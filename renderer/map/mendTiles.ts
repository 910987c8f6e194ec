/** A server that restarts is back within this; after each time in vain it is asked half as often. */
const firstMs = 5_000
const longestMs = 60_000

export type TileAt = { readonly z: number; readonly x: number; readonly y: number }

type Needs = {
  /** Asks for these tiles of a source anew. */
  readonly refresh: (source: string, tiles: readonly TileAt[]) => void
  readonly after: (ms: number, act: () => void) => void
}

/**
 * Asks again for tiles that did not come: a cut link or a restart of the server leaves no holes in the map
 * until somebody happens to move it. Told of each failure, it asks for all of a source at once.
 */
export const mendTiles = ({ refresh, after }: Needs): ((source: string, tile: TileAt) => void) => {
  let failed = new Map<string, readonly TileAt[]>()
  let waitMs = firstMs
  let isWaiting = false
  /** True from a try until it is known not to have been in vain. */
  let isTried = false

  const calm = () => {
    if (isWaiting) return
    isTried = false
    waitMs = firstMs
  }
  const mend = () => {
    isWaiting = false
    isTried = true
    const asked = failed
    failed = new Map()
    for (const [source, tiles] of asked) refresh(source, tiles)
    after(firstMs, calm)
  }
  return (source, tile) => {
    failed.set(source, [...(failed.get(source) ?? []), tile])
    if (isWaiting) return
    isWaiting = true
    waitMs = isTried ? Math.min(longestMs, waitMs * 2) : firstMs
    after(waitMs, mend)
  }
}
