import type { Time } from '../../server/composition/systemTime.ts'

type Timer = { readonly dueAt: number; readonly run: () => void }

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A machine whose clock is moved by hand: time passes for its timers, and its wall clock may be set. */
export const handClock = (startAt: number) => {
  let monotonic = 0
  let offset = startAt
  const timers = new Set<Timer>()

  const time: Time = {
    now: () => monotonic + offset,
    monotonic: () => monotonic,
    setTimer: (run, delayMs) => {
      const timer = { dueAt: monotonic + Math.max(0, delayMs), run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
  }

  const nextDue = (until: number): Timer | undefined =>
    [...timers]
      .filter(({ dueAt }) => dueAt <= until)
      .reduce<Timer | undefined>((first, one) => (first && first.dueAt <= one.dueAt ? first : one), undefined)

  return {
    time,
    /** Lets time pass; every timer that falls due runs in its turn, and is given until `settled` to do its work. */
    pass: async (ms: number, settled: () => Promise<unknown> = turn) => {
      const until = monotonic + ms
      for (let due = nextDue(until); due; due = nextDue(until)) {
        timers.delete(due)
        monotonic = Math.max(monotonic, due.dueAt)
        due.run()
        await settled()
      }
      monotonic = until
      await turn()
    },
    /** Somebody sets the wall clock; no time passes. */
    setWall: (byMs: number) => void (offset += byMs),
  }
}

export type HandClock = ReturnType<typeof handClock>
