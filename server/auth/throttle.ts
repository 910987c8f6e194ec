/** Failures that cost nothing: people mistype. An address may be a whole room behind one router. */
const freeOfAccount = 5
const freeOfAddress = 30

/** The wait after the first failure past the free ones; it doubles with each further one. */
const firstWaitMs = 1_000

/** Longer would let a stranger lock an operator out of the room for a shift. */
const longestWaitMs = 5 * 60_000

/** Failures are forgotten when nothing failed for so long. */
const forgottenAfterMs = 30 * 60_000

/** Bounds the memory a guessing machine can take with made-up names. */
const mostKeys = 20_000

type Failures = { readonly count: number; readonly lastAt: number }

export type Throttle = {
  /** Asks to try, and counts the try as a failure until `succeeded` takes it back: tries at the same time cannot slip through. */
  readonly begin: (account: string, address: string) => { readonly ok: true } | { readonly ok: false; readonly waitMs: number }
  readonly succeeded: (account: string, address: string) => void
}

const waitOf = (failures: Failures | undefined, free: number, now: number): number => {
  if (!failures || failures.count < free || now - failures.lastAt >= forgottenAfterMs) return 0
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(20, failures.count - free))
  return Math.max(0, failures.lastAt + wait - now)
}

/**
 * Slows guessing down, per account and per address, by exponential waits.
 *
 * An address from which the account signed in before has its own count, so that a stranger who guesses
 * at an operator's name does not keep the operator from the desk.
 */
export const openThrottle = (now: () => number): Throttle => {
  const kept = new Map<string, Failures>()
  const familiar = new Set<string>()

  const accountKey = (account: string, address: string): string => {
    const pair = `${account}\n${address}`
    return familiar.has(pair) ? pair : account
  }
  const addressKey = (address: string): string => `\n${address}`

  const fail = (key: string, at: number): void => {
    const before = kept.get(key)
    const count = before && at - before.lastAt < forgottenAfterMs ? before.count + 1 : 1
    kept.delete(key)
    kept.set(key, { count, lastAt: at })
    const oldest = kept.keys().next()
    if (kept.size > mostKeys && !oldest.done) kept.delete(oldest.value)
  }

  return {
    begin: (account, address) => {
      const at = now()
      const keys = { account: accountKey(account, address), address: addressKey(address) }
      const waitMs = Math.max(waitOf(kept.get(keys.account), freeOfAccount, at), waitOf(kept.get(keys.address), freeOfAddress, at))
      if (waitMs > 0) return { ok: false, waitMs }
      fail(keys.account, at)
      fail(keys.address, at)
      return { ok: true }
    },
    succeeded: (account, address) => {
      kept.delete(accountKey(account, address))
      const ofAddress = kept.get(addressKey(address))
      if (ofAddress) kept.set(addressKey(address), { ...ofAddress, count: Math.max(0, ofAddress.count - 1) })
      if (familiar.size >= mostKeys) familiar.clear()
      familiar.add(`${account}\n${address}`)
    },
  }
}
