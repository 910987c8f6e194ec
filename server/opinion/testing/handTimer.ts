/** Time that a test lets pass by hand. */
export const handTimer = () => {
  let now = 0
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    monotonic: () => now,
    setTimer: (run: () => void, delayMs: number) => {
      const timer = { at: now + delayMs, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    /** How many timers are still to fire. */
    armed: () => timers.size,
    pass: (ms: number) => {
      now += ms
      const due = [...timers].filter((timer) => timer.at <= now)
      for (const timer of due) {
        timers.delete(timer)
        timer.run()
      }
    },
  }
}
