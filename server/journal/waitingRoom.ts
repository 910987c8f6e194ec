/**
 * Says when too much waits for the disk.
 *
 * It asks to stop at half of what it takes, so that those who do ask are never refused; only a caller
 * who does not ask meets the wall. One append larger than the whole room is let in when it is empty.
 */
export const waitingRoom = (maxEvents: number, waitingEvents: () => number) => {
  let waiters: (() => void)[] = []
  const hasRoom = () => waitingEvents() < maxEvents / 2

  return {
    takes: (events: number) => waitingEvents() === 0 || waitingEvents() + events <= maxEvents,
    hasRoom,
    whenRoom: () => (hasRoom() ? Promise.resolve() : new Promise<void>((resolve) => waiters.push(resolve))),
    changed: () => {
      if (!hasRoom()) return
      const woken = waiters
      waiters = []
      for (const wake of woken) wake()
    },
  }
}
