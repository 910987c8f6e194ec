import { setTimeout as after } from 'node:timers/promises'
import { quantile } from './row.ts'

/** Milliseconds from a command's due time to its answer, at a steady pace that is kept whatever the answers. */
export const steadyWaits = async (perSecond: number, forMs: number, send: (n: number) => Promise<unknown>) => {
  const waits: Promise<number>[] = []
  const begunAt = performance.now()
  const timed = async (n: number) => {
    const dueAt = begunAt + (n * 1_000) / perSecond
    await send(n)
    return performance.now() - dueAt
  }
  while (performance.now() - begunAt < forMs) {
    const due = ((performance.now() - begunAt) * perSecond) / 1_000
    while (waits.length < due) waits.push(timed(waits.length))
    await after(1)
  }
  const all = await Promise.all(waits)
  return { p50: quantile(all, 0.5), p99: quantile(all, 0.99) }
}
