/** The pace at which a view follows the clock: 1 Hz for countdowns, 4 Hz where a second is too coarse. */
export type Pace = 1 | 4

/** One clock per window: every countdown on screen changes in the same tick. */
export type Ticker = {
  readonly now: (pace: Pace) => number
  readonly subscribe: (pace: Pace, listener: () => void) => () => void
}

type Beat = { now: number; timer: ReturnType<typeof setInterval> | null; readonly listeners: Set<() => void> }

export const ticker = (now: () => number): Ticker => {
  const beats: Record<Pace, Beat> = {
    1: { now: now(), timer: null, listeners: new Set() },
    4: { now: now(), timer: null, listeners: new Set() },
  }
  const tick = (beat: Beat) => {
    beat.now = now()
    for (const listener of beat.listeners) listener()
  }
  return {
    now: (pace) => {
      const beat = beats[pace]
      // Nobody keeps this beat going: the last tick may be long ago.
      if (beat.timer === null && Math.abs(now() - beat.now) >= 1_000 / pace) beat.now = now()
      return beat.now
    },
    subscribe: (pace, listener) => {
      const beat = beats[pace]
      beat.listeners.add(listener)
      beat.timer ??= setInterval(() => tick(beat), 1_000 / pace)
      return () => {
        beat.listeners.delete(listener)
        if (beat.listeners.size > 0 || beat.timer === null) return
        clearInterval(beat.timer)
        beat.timer = null
      }
    },
  }
}
