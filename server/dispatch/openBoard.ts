import { emptyBoard, type Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { TownId } from '../../shared/domain/ids.ts'

/**
 * Which fold made a snapshot. A changed fold or shape of the board changes this number, and old snapshots are
 * left aside: the journal is folded again from its first event.
 */
const boardFormat = 'board-6'

type Snapshot = { readonly position: number; readonly hash: string; readonly body: string }

type Needs = {
  readonly town: TownId
  readonly utcOffsetMinutes: number
  readonly latestSnapshot: () => Promise<Snapshot | null>
  readonly read: (after: number, limit: number) => Promise<readonly RecordedEvent[]>
}

const pageSize = 20_000

const fromSnapshot = (snapshot: Snapshot | null, empty: Board): Board => {
  if (!snapshot || snapshot.hash !== boardFormat) return empty
  return JSON.parse(snapshot.body) as Board
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

const pieces = (table: Board['incidents' | 'units' | 'alarms']): readonly string[] => Object.keys(table.shards)

/** Gives the event loop a turn, so that writing a large board delays no command. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

const tableText = async (table: Board['incidents' | 'units' | 'alarms']): Promise<string> => {
  const parts: string[] = []
  for (const key of pieces(table)) {
    parts.push(`${JSON.stringify(key)}:${JSON.stringify(table.shards[key])}`)
    await breathe()
  }
  return `{"size":${table.size},"shards":{${parts.join(',')}}}`
}

/** The board as a snapshot's text, a shard at a time. The board is immutable, so what is written is one instant. */
export const snapshotOf = async (board: Board): Promise<Snapshot> => {
  const { incidents, units, alarms, ...rest } = board
  const head = JSON.stringify(rest).slice(0, -1)
  const body = `${head},"incidents":${await tableText(incidents)},"units":${await tableText(units)},"alarms":${await tableText(alarms)}}`
  return { position: board.position, hash: boardFormat, body }
}
