import type { AlarmId, IncidentId } from '../../../shared/domain/ids.ts'
import type { TestRoom } from '../../../shared/testing/testRoom.ts'
import { slaClock, type SlaClock } from '../slaClock.ts'

type Timer = { readonly at: number; readonly wake: () => void; isOff: boolean }

/** A machine whose time is moved by hand: timers fire at their instant, in order; its wall clock may be set. */
export const machine = (room: TestRoom) => {
  let timers: Timer[] = []
  let monotonic = 0
  const settle = async () => {
    for (let i = 0; i < 6; i++) await Promise.resolve()
  }
  return {
    setTimer: (afterMs: number, wake: () => void) => {
      const timer: Timer = { at: monotonic + afterMs, wake, isOff: false }
      timers.push(timer)
      return () => void (timer.isOff = true)
    },
    armed: () => timers.filter((timer) => !timer.isOff).length,
    pass: async (ms: number) => {
      const end = monotonic + ms
      for (;;) {
        timers = timers.filter((timer) => !timer.isOff)
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        room.setNow(room.now() + next.at - monotonic)
        monotonic = next.at
        next.isOff = true
        next.wake()
        await settle()
      }
      room.setNow(room.now() + end - monotonic)
      monotonic = end
    },
  }
}

export type Machine = ReturnType<typeof machine>

export const startClock = (
  room: TestRoom,
  time: Machine,
  tick?: (incidents: readonly IncidentId[], alarms: readonly AlarmId[]) => Promise<unknown>,
): SlaClock =>
  slaClock({
    board: room.board,
    tick: tick ?? ((incidents, alarms) => Promise.resolve(room.ask({ type: 'clock.tick', incidents, alarms }, { kind: 'clock' }))),
    onKept: room.onKept,
    setTimer: time.setTimer,
    now: room.now,
    onTrouble: () => {},
  })
