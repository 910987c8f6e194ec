/** The process's one clock and its timers; tests hand in others. */
export type Time = {
  /** UTC epoch ms. */
  readonly now: () => number
  /** Ms since some instant; never set by anyone. */
  readonly monotonic: () => number
  /** Runs once after `delayMs`; the answer takes it back. */
  readonly setTimer: (run: () => void, delayMs: number) => () => void
}

export const systemTime: Time = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer: (run, delayMs) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Runs every `periodMs` until the answer is called. */
export const every = ({ setTimer }: Time, periodMs: number, run: () => void): (() => void) => {
  let cancel = () => {}
  const next = () => {
    cancel = setTimer(() => {
      run()
      next()
    }, periodMs)
  }
  next()
  return () => cancel()
}
