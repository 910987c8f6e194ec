/** So many times in so long a span, per key. `now` in ms; answers how long to wait (ms), or null when it may pass. */
export type Limiter = (key: string) => number | null

/** More keys than this at once is a flood of made-up ones: the oldest windows are let go. */
const mostKeys = 20_000

/** A window per key that opens with the first time and closes after `windowMs`. */
export const limiter = (most: number, windowMs: number, now: () => number): Limiter => {
  const windows = new Map<string, { readonly closesAt: number; count: number }>()
  return (key) => {
    const at = now()
    const open = windows.get(key)
    if (open && open.closesAt > at) {
      if (open.count >= most) return open.closesAt - at
      open.count += 1
      return null
    }
    windows.delete(key)
    const oldest = windows.size >= mostKeys ? windows.keys().next() : null
    if (oldest && !oldest.done) windows.delete(oldest.value)
    windows.set(key, { closesAt: at + windowMs, count: 1 })
    return null
  }
}
