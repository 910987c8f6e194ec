type Needs = {
  readonly now: () => number
  readonly left: (at: number) => void
  readonly back: (at: number, awayMs: number) => void
}

/** Nobody can see the screens while the machine is locked or asleep; mostly it is both, and back is when neither. */
export const away = ({ now, left, back }: Needs) => {
  const why = new Set<'locked' | 'asleep'>()
  let since = 0
  const begins = (reason: 'locked' | 'asleep') => () => {
    if (why.size === 0) {
      since = now()
      left(since)
    }
    why.add(reason)
  }
  const ends = (reason: 'locked' | 'asleep') => () => {
    if (!why.delete(reason) || why.size > 0) return
    const at = now()
    back(at, Math.max(0, at - since))
  }
  return { locked: begins('locked'), unlocked: ends('locked'), asleep: begins('asleep'), awake: ends('asleep') }
}
