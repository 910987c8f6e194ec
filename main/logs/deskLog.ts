import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

type Level = 'info' | 'warn' | 'error'

/** A shift's worth of troubles fits in a few kilobytes; this much is a month of them, or one very bad night. */
const largestFileBytes = 1024 * 1024
const keptFiles = 5

const sizeOf = (path: string): number => {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

/** What an error says, without what a page or a person may have put into it beyond the first lines. */
const saidBy = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4_000)

/**
 * The desktop's own log, one JSON line an entry: what its windows, its displays and its server did, never what people said.
 * `desk.log` is the newest; older ones are `desk.1.log` … and the oldest goes. A disk that is full costs a line, not the shift.
 */
export const deskLog = (folder: string, now: () => number) => {
  const path = (n: number) => join(folder, n === 0 ? 'desk.log' : `desk.${n}.log`)

  const turn = () => {
    rmSync(path(keptFiles - 1), { force: true })
    for (let n = keptFiles - 2; n >= 0; n -= 1) if (sizeOf(path(n)) > 0) renameSync(path(n), path(n + 1))
  }

  const write = (level: Level, what: string, facts: Readonly<Record<string, unknown>>) => {
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(path(0)) >= largestFileBytes) turn()
      appendFileSync(path(0), `${JSON.stringify({ at: new Date(now()).toISOString(), level, what, ...facts })}\n`, { mode: 0o600 })
    } catch {
      // Nowhere is left to say so.
    }
  }

  return {
    folder,
    info: (what: string, facts: Readonly<Record<string, unknown>> = {}) => write('info', what, facts),
    warn: (what: string, facts: Readonly<Record<string, unknown>> = {}) => write('warn', what, facts),
    trouble: (what: string, error: unknown) => write('error', what, { error: saidBy(error) }),
  }
}

export type DeskLog = ReturnType<typeof deskLog>
