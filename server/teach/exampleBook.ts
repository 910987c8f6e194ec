import { emptyBoard, type Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import { get, values } from '../../shared/domain/board/table.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { IncidentId, TownId } from '../../shared/domain/ids.ts'
import { exampleOf, type Example } from './example.ts'

type Needs = {
  readonly town: TownId
  readonly utcOffsetMinutes: number
  readonly read: (after: number, limit: number) => Promise<readonly RecordedEvent[]>
}

/** So many events are folded before the room has its turn again: a dozen milliseconds. */
const pageSize = 200

/** Shorter than an ended incident stays on the board, so that each is seen there before it is put away. */
const longestStretchMs = 24 * 3_600_000

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** The events in stretches of at most a day of journal time. */
const stretchesOf = (events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] => {
  const stretches: RecordedEvent[][] = []
  for (const event of events) {
    const last = stretches.at(-1)
    const first = last?.[0]
    if (last && first && event.at - first.at <= longestStretchMs) last.push(event)
    else stretches.push([event])
  }
  return stretches
}

/**
 * Every example that the journal holds, from its first event on. The board forgets an ended incident after three days;
 * the book folds the journal by itself and keeps what each one taught. It reads on from where it was when it is next asked.
 */
export const exampleBook = ({ town, utcOffsetMinutes, read }: Needs) => {
  const examples = new Map<IncidentId, Example>()
  const seen = new Map<IncidentId, number>()
  let board: Board = emptyBoard(town, utcOffsetMinutes)
  /** The same list for as long as nothing changes, so that what is made of it need not be made anew. */
  let list: readonly Example[] | null = null
  let reading: Promise<readonly Example[]> | null = null

  const look = () => {
    for (const incident of values(board.incidents)) {
      if (seen.get(incident.id) === incident.version) continue
      seen.set(incident.id, incident.version)
      const example = exampleOf(incident)
      const isChanged = example ? examples.set(incident.id, example) : examples.delete(incident.id)
      if (isChanged) list = null
    }
    for (const id of seen.keys()) if (!get(board.incidents, id)) seen.delete(id)
  }

  const catchUp = async (): Promise<readonly Example[]> => {
    for (;;) {
      const events = await read(board.position, pageSize)
      for (const stretch of stretchesOf(events)) {
        board = foldBoard(board, stretch)
        look()
      }
      if (events.length < pageSize) return (list ??= [...examples.values()])
      await breathe()
    }
  }

  return {
    /** Those that stand now; asked twice at once, the journal is read once. */
    examples: (): Promise<readonly Example[]> => {
      reading ??= catchUp().finally(() => (reading = null))
      return reading
    },
  }
}
