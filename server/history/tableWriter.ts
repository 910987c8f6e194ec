import type { RecordedEvent } from '../../shared/domain/event.ts'

/** At most `limit` events after a position, oldest first. */
export type ReadEvents = (after: number, limit: number) => Promise<readonly RecordedEvent[]>

/** The last event that is in the table: its position, and what tells it from another event at the same position. */
export type Standing = { readonly position: number; readonly mark: string }

type Needs = {
  /** Null when the table is empty. */
  readonly standing: () => Promise<Standing | null>
  readonly write: (events: readonly RecordedEvent[], standing: Standing) => Promise<void>
  /** Empties the table. */
  readonly forget: () => Promise<void>
  readonly read: ReadEvents
  /** Runs once after so many ms; the answer takes it back. */
  readonly setTimer: (run: () => void, delayMs: number) => () => void
  readonly onTrouble: (error: unknown) => void
}

/**
 * Kept events rest this long before they are written, so that a busy second costs one flush of the disk and not one
 * for each event: flushes of this table and of the journal wait for each other.
 */
const gatherMs = 1_000

/** Events per transaction: enough to make its cost small, few enough that other tables wait no longer than a blink. */
const batch = 1_000

/** While the table is behind by more than this, fresh events are not held in memory: they will be read from the journal. */
const mostWaiting = 20_000

const standingOn = ({ position, commandId, at }: RecordedEvent): Standing => ({ position, mark: `${commandId} ${at}` })

/**
 * Brings events into a table in order, in batches, one batch at a time.
 *
 * What is kept live is written a moment later if it follows on the last event in the table; after a start,
 * a failed write or too long a queue the missing ones are read from the journal. So nothing is lost and
 * nothing is written twice, whatever happened before. A table made from another journal than this one, which a
 * backup has replaced, is thrown away and made anew: its numbers mean other people by now.
 */
export const tableWriter = ({ standing, write, forget, read, setTimer, onTrouble }: Needs) => {
  let waiting: RecordedEvent[] = []
  /** Takes back the writing of what is being gathered; null while nothing is. */
  let stopGathering: (() => void) | null = null
  let written: number | null = null
  let newest = 0
  let running: Promise<void> | null = null

  /** The waiting events that follow on `after` without a gap. */
  const inOrder = (after: number): readonly RecordedEvent[] => {
    const events: RecordedEvent[] = []
    for (const event of waiting) if (event.position === after + 1 + events.length && events.length < batch) events.push(event)
    return events
  }

  const next = async (after: number): Promise<readonly RecordedEvent[]> => {
    waiting = waiting.filter((event) => event.position > after)
    const events = inOrder(after)
    return events.length > 0 ? events : read(after, batch)
  }

  /** Where to go on: after the last event in the table, if it is the journal's; else from the beginning. */
  const whereToGoOn = async (): Promise<number> => {
    const known = await standing()
    if (known === null) return 0
    const [event] = await read(known.position - 1, 1)
    if (event && standingOn(event).mark === known.mark) return known.position
    onTrouble(
      new Error(`The table was made from another journal, or an older form of it, up to position ${known.position}: it is made anew`),
    )
    await forget()
    return 0
  }

  const run = async () => {
    written ??= await whereToGoOn()
    for (;;) {
      const events = await next(written)
      const last = events.at(-1)
      if (!last) return
      await write(events, standingOn(last))
      written = last.position
    }
  }

  const start = (): Promise<void> => {
    running ??= run()
      .catch((error: unknown) => {
        written = null
        onTrouble(error)
      })
      .finally(() => {
        running = null
      })
    return running
  }

  const writeGathered = () => {
    stopGathering = null
    void start()
  }

  return {
    kept: (events: readonly RecordedEvent[]): void => {
      newest = events.at(-1)?.position ?? newest
      if (waiting.length > mostWaiting) waiting = []
      for (const event of events) waiting.push(event)
      stopGathering ??= setTimer(writeGathered, gatherMs)
    },
    /** Resolves when what was told so far is in the table, or could not be written. */
    idle: async (): Promise<void> => {
      stopGathering?.()
      stopGathering = null
      await start()
      if (written !== null && written < newest) await start()
    },
  }
}
