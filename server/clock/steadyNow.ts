export type SteadyNeeds = {
  /** The machine's wall clock, UTC epoch ms; may be set forwards or back while we run. */
  readonly wall: () => number
  /** Ms since some instant; never set. */
  readonly monotonic: () => number
  /** The last instant that is already in the journal: time goes on from there, whatever the wall says. */
  readonly notBefore: number
}

/** While ahead of the wall this clock runs at nine tenths of its speed, so that the two meet again. */
const waitingSpeed = 0.9

/**
 * The process's one clock: follows the wall clock, but never runs backwards and never stands still.
 *
 * A wall clock set back would otherwise freeze every limit of the room until it has caught up.
 */
export const steadyNow = ({ wall, monotonic, notBefore }: SteadyNeeds): (() => number) => {
  let last = monotonic()
  let current = Math.max(wall(), notBefore)
  return () => {
    const tick = monotonic()
    const passed = Math.max(0, tick - last)
    last = tick
    const onTheWall = wall()
    current = onTheWall >= current + passed * waitingSpeed ? onTheWall : current + passed * waitingSpeed
    return Math.floor(current)
  }
}
