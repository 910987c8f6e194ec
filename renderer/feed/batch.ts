/** Collects what arrives between two turns and hands it over at once, in order: a screen is drawn a few times a second however many events come. */
export const batch = <T>(schedule: (flush: () => void) => void, hand: (all: readonly T[]) => void) => {
  let held: T[] = []
  const flush = () => {
    const all = held
    held = []
    if (all.length > 0) hand(all)
  }
  return {
    add: (items: readonly T[]) => {
      if (held.length === 0 && items.length > 0) schedule(flush)
      for (const item of items) held.push(item)
    },
    flush,
  }
}

/** A turn takes so many times its own cost: at most a tenth of a desk's time goes to drawing what others do. */
const turnPerCost = 10
/** Under load a person reads ten changes a second at most, and waits for one no longer than half a second. */
const leastMs = 100
const mostMs = 500

type Turns = {
  /** The page's clock, ms. */
  readonly now: () => number
  /** Calls back at the next turn that is free. */
  readonly turn: (act: () => void) => void
  readonly after: (ms: number, act: () => void) => void
  /** Calls back once what the turn changed has been drawn. */
  readonly drawn: (act: () => void) => void
}

/**
 * A schedule for `batch`: the first event after a quiet span is shown at once; under load turns stand
 * apart, the farther the more the last one cost.
 */
export const paced = ({ now, turn, after, drawn }: Turns): ((flush: () => void) => void) => {
  let nextAt = -Infinity
  return (flush) => {
    const act = () => {
      const begunAt = now()
      nextAt = begunAt + leastMs
      flush()
      drawn(() => {
        nextAt = begunAt + Math.min(mostMs, Math.max(leastMs, (now() - begunAt) * turnPerCost))
      })
    }
    // What the last turn cost may be known only while this one waits: it looks again before it goes.
    const wait = () => {
      const waitMs = nextAt - now()
      if (waitMs <= 0) turn(act)
      else after(waitMs, wait)
    }
    wait()
  }
}
