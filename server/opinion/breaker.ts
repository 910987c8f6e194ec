/** Says whether it is worth asking somebody who failed before. */
export type Breaker = {
  readonly mayTry: () => boolean
  readonly succeeded: () => void
  /** True when it has just been decided to leave it alone. */
  readonly failed: () => boolean
}

/** One failure is bad luck, three in a row are a machine that is down or too small. */
const failuresInARow = 3

/** Long enough not to wait for it with each card, short enough that it is back soon after it was mended. */
export const restMs = 60_000

/** After three failures in a row nobody tries for a minute; then one does, and everybody again once that went well. */
export const breaker = (monotonic: () => number): Breaker => {
  let failures = 0
  let restsUntil: number | null = null
  return {
    mayTry: () => {
      if (restsUntil === null) return true
      const at = monotonic()
      if (at < restsUntil) return false
      // The others go on resting while this one tries.
      restsUntil = at + restMs
      return true
    },
    succeeded: () => {
      failures = 0
      restsUntil = null
    },
    failed: () => {
      failures += 1
      if (failures < failuresInARow) return false
      const isNew = restsUntil === null
      restsUntil = monotonic() + restMs
      return isNew
    },
  }
}
