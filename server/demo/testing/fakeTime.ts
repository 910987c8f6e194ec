type Timer = { readonly at: number; readonly order: number; readonly run: () => void }

/** A clock that is moved by hand; everything that was started is finished between two timers. */
export const fakeTime = (start: number) => {
  let now = start
  let order = 0
  const timers = new Set<Timer>()

  const first = (): Timer | undefined => {
    let best: Timer | undefined
    for (const timer of timers) if (!best || timer.at < best.at || (timer.at === best.at && timer.order < best.order)) best = timer
    return best
  }
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

  return {
    time: {
      now: () => now,
      monotonic: () => now,
      setTimer: (run: () => void, delayMs: number) => {
        const timer = { at: now + Math.max(0, delayMs), order: ++order, run }
        timers.add(timer)
        return () => void timers.delete(timer)
      },
    },
    waiting: () => timers.size,
    pass: async (ms: number) => {
      const until = now + ms
      for (let next = first(); next && next.at <= until; next = first()) {
        timers.delete(next)
        now = next.at
        next.run()
        await settle()
      }
      now = until
      await settle()
    },
  }
}
