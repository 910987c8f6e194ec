import { vi } from 'vitest'

/** Waits until nothing in `isSo` throws. How long that takes is no rule: it gives up far above what any machine needs. */
export const eventually = <T>(isSo: () => T | Promise<T>): Promise<T> => vi.waitFor(isSo, { timeout: 40_000, interval: 10 })
