/**
 * How long to wait before something that fell is started again: the longer the more often it fell, so that what cannot live
 * does not take the machine along. One that stood long enough was well, and its next fall is a first one again.
 *
 * `pausesMs`: the wait after the first fall, the second, … and the last one for ever after. `stoodMs`: since it last stood up.
 */
export const growingPause = (pausesMs: readonly number[], wellAfterMs: number) => {
  let falls = 0
  return {
    fell: (stoodMs: number): number => {
      if (stoodMs >= wellAfterMs) falls = 0
      const waitMs = pausesMs[Math.min(falls, pausesMs.length - 1)] ?? 0
      falls += 1
      return waitMs
    },
    /** It is begun anew, by a person. */
    begin: () => void (falls = 0),
  }
}
