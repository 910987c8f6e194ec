type Timer = { readonly at: number; readonly act: () => void }

/** Time that passes when a test says so. `after` is what the main process takes for `setTimeout`. */
export const aClock = (start = Date.UTC(2027, 5, 1)) => {
  let now = start
  let timers: readonly Timer[] = []
  return {
    now: () => now,
    after: (ms: number, act: () => void): (() => void) => {
      const timer = { at: now + ms, act }
      timers = [...timers, timer]
      return () => void (timers = timers.filter((one) => one !== timer))
    },
    /** Everything that is due within `ms`, in its order, also what it starts itself. */
    pass: (ms: number) => {
      const until = now + ms
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)
        if (!next) break
        timers = timers.filter((one) => one !== next)
        now = next.at
        next.act()
      }
      now = until
    },
    waiting: () => timers.length,
  }
}
