import type { Database, Row } from './database.ts'

type Progress = Row & { readonly busy: number; readonly log: number; readonly checkpointed: number }

/** After so many events (about 1 MB of log) the log is copied back once more: little to do each time. */
const everyEvents = 2_000

/** A log of this many pages (64 MB) should start again from its beginning. */
const longLogPages = 16_384

/**
 * Copies the write-ahead log back into the file, beside the writer instead of inside its commits.
 *
 * A `PASSIVE` checkpoint on its own connection never makes the writer wait. But while the writer writes,
 * it never quite catches up, and then the log cannot start over: once the log is long, what is left
 * (the pages of one checkpoint's time) is copied while the writer holds still for it.
 */
export const checkpointer = (
  database: Database,
  betweenGroups: <T>(chore: () => Promise<T>) => Promise<T>,
  tellTrouble: (error: unknown) => void,
) => {
  let eventsSince = 0
  let running: Promise<void> | null = null

  const copyBack = async (): Promise<Progress | undefined> => (await database.all<Progress>('PRAGMA wal_checkpoint(PASSIVE)'))[0]

  const catchUp = async () => {
    const progress = await copyBack()
    if (progress !== undefined && progress.log > longLogPages) await betweenGroups(copyBack)
  }

  return {
    wrote: (events: number) => {
      eventsSince += events
      if (running !== null || eventsSince < everyEvents) return
      eventsSince = 0
      running = catchUp()
        .catch(tellTrouble)
        .finally(() => (running = null))
    },
    idle: async () => {
      await running
    },
  }
}
