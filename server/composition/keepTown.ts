import type { RecordedEvent, DomainEvent } from '../../shared/domain/event.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import type { Keep } from '../dispatch/twoBoards.ts'
import { snapshotOf } from '../dispatch/openBoard.ts'
import type { Journal } from '../journal/journal.ts'

/** A start folds at most this many events beyond the snapshot: under a second. */
const eventsPerSnapshot = 20_000

/** One town's share of the journal, in the words of the dispatcher. */
export const keepOf = (journal: Journal<DomainEvent>, town: TownId): Keep => ({
  append: (expectedPosition, lines) => journal.append(town, expectedPosition, lines),
  commandAt: (id) => journal.commandAt(town, id),
  read: (after, limit) => journal.read(town, after, limit),
})

/** Saves a snapshot every so many events, one at a time and beside the path of commands. */
export const snapshotter = (journal: Journal<DomainEvent>, startedAt: number, onTrouble: (error: unknown) => void) => {
  let savedAt = startedAt
  let saving: Promise<void> | null = null

  const save = async (board: Board) => {
    try {
      await journal.saveSnapshot(board.town, await snapshotOf(board))
      savedAt = board.position
    } catch (error) {
      // The journal is whole without it; only the next start takes longer.
      onTrouble(error)
    } finally {
      saving = null
    }
  }

  return {
    look: (_: readonly RecordedEvent[], board: Board) => {
      if (saving === null && board.position - savedAt >= eventsPerSnapshot) saving = save(board)
    },
    finish: async (board: Board) => {
      await saving
      if (board.position > savedAt) await save(board)
    },
  }
}
