/** What will be done later in the played life; all of it is taken back at once. */
export type Schedule = {
  /** Runs once after so many ms of played time: at speed 10 they pass in a tenth. */
  readonly after: (playedMs: number, run: () => void) => () => void
  /** Runs once after so many ms of the server's clock, whatever the speed: for pauses that people at the desk need. */
  readonly afterReal: (realMs: number, run: () => void) => () => void
  /** Ms of played time since the start. */
  readonly played: () => number
  readonly stop: () => void
}

type Needs = {
  readonly now: () => number
  readonly setTimer: (run: () => void, delayMs: number) => () => void
  /** Played seconds in one second of the server's clock, 1–20. */
  readonly speed: number
  readonly onTrouble: (error: unknown) => void
}

export const schedule = ({ now, setTimer, speed, onTrouble }: Needs): Schedule => {
  const startedAt = now()
  const waiting = new Set<() => void>()
  let isStopped = false

  const afterReal = (realMs: number, run: () => void) => {
    if (isStopped) return () => {}
    const takeBack = setTimer(
      () => {
        waiting.delete(takeBack)
        try {
          run()
        } catch (error) {
          onTrouble(error)
        }
      },
      Math.max(0, Math.round(realMs)),
    )
    waiting.add(takeBack)
    return () => {
      waiting.delete(takeBack)
      takeBack()
    }
  }
  return {
    after: (playedMs, run) => afterReal(playedMs / speed, run),
    afterReal,
    played: () => (now() - startedAt) * speed,
    stop: () => {
      isStopped = true
      for (const takeBack of waiting) takeBack()
      waiting.clear()
    },
  }
}
