import { emptyBoard, type Board } from '../../shared/domain/board/board.ts'
import { boardText } from '../../shared/domain/board/boardText.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { TownId } from '../../shared/domain/ids.ts'

/**
 * Which fold made a snapshot. A changed fold or shape of the board changes this number, and old snapshots are
 * left aside: the journal is folded again from its first event.
 */
const boardFormat = 'board-7'

/** Formats that lack only what was added since, for which a board of their age says what an empty one says: no walls before `board-7`. */
const olderFormats: readonly string[] = ['board-6']

type Snapshot = { readonly position: number; readonly hash: string; readonly body: string }

type Needs = {
  readonly town: TownId
  readonly utcOffsetMinutes: number
  readonly latestSnapshot: () => Promise<Snapshot | null>
  readonly read: (after: number, limit: number) => Promise<readonly RecordedEvent[]>
}

const pageSize = 20_000

const fromSnapshot = (snapshot: Snapshot | null, empty: Board): Board => {
  if (!snapshot) return empty
  if (snapshot.hash === boardFormat) return JSON.parse(snapshot.body) as Board
  return olderFormats.includes(snapshot.hash) ? { ...empty, ...(JSON.parse(snapshot.body) as Partial<Board>) } : empty
}

/** The board of a town as its journal tells it: the newest snapshot and the events since. */
export const openBoard = async ({ town, utcOffsetMinutes, latestSnapshot, read }: Needs): Promise<Board> => {
  let board = fromSnapshot(await latestSnapshot(), emptyBoard(town, utcOffsetMinutes))
  for (;;) {
    const events = await read(board.position, pageSize)
    board = foldBoard(board, events)
    if (events.length < pageSize) return board
  }
}

/** Gives the event loop a turn, so that writing a large board delays no command. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** The board as a snapshot's text, a shard at a time. */
export const snapshotOf = async (board: Board): Promise<Snapshot> => {
  const parts: string[] = []
  for (const part of boardText(board)) {
    parts.push(part)
    await breathe()
  }
  return { position: board.position, hash: boardFormat, body: parts.join('') }
}
