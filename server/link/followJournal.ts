import type { CatchUp } from '../../shared/contracts/console.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { maskBoard, maskEvent } from '../../shared/domain/room/masked.ts'

/** A console that was away for longer than this many events gets a whole board, which is then the shorter message. */
const rememberedEvents = 5_000

/**
 * The latest kept events of a town in memory, and what a console that is at position `after` needs.
 *
 * Answering is synchronous, so that a console can be joined to the live events in the same turn and
 * neither misses nor waits for anything.
 */
export const journalTail = (kept: () => Board, now: () => number) => {
  let tail: RecordedEvent[] = []
  return {
    add: (events: readonly RecordedEvent[]) => {
      tail.push(...events)
      if (tail.length > 2 * rememberedEvents) tail = tail.slice(-rememberedEvents)
    },
    catchUp: (after: number): CatchUp => {
      const board = kept()
      if (after === board.position && after > 0) return { kind: 'events', events: [], now: now() }
      const first = tail[0]
      const reaches = first !== undefined && after > 0 && after < board.position && after >= first.position - 1
      if (!reaches) return { kind: 'board', board: maskBoard(board), now: now() }
      return { kind: 'events', events: tail.slice(after - first.position + 1).map(maskEvent), now: now() }
    },
  }
}
