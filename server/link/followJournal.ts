import type { CatchUp } from '../../shared/contracts/console.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { maskEvent } from '../../shared/domain/room/masked.ts'
import { packBoard } from './packBoard.ts'

/** A console that was away for longer than this many events gets a whole board, which is then the shorter message. */
const rememberedEvents = 5_000

/** After a restart all consoles come at once: for so long they are given the same board, and what came after it. */
const packedForMs = 3_000

type Packed = { readonly position: number; readonly at: number; readonly bytes: Promise<Uint8Array> }

/**
 * The latest kept events of a town in memory, and what a console that is at position `after` needs.
 *
 * A console is joined to the live events before it asks. What is told while a board is being packed it holds back, and
 * the answer reaches up to the instant in which it is given: neither a hole nor a wait.
 */
export const journalTail = (kept: () => Board, now: () => number) => {
  let tail: RecordedEvent[] = []
  let packed: Packed | null = null

  /** The events after a position, masked; null when they are no longer remembered, or never were. */
  const since = (after: number): readonly RecordedEvent[] | null => {
    if (after === kept().position) return []
    const first = tail[0]
    const reaches = first !== undefined && after < kept().position && after >= first.position - 1
    return reaches ? tail.slice(after - first.position + 1).map(maskEvent) : null
  }

  const pack = (): Packed => {
    const board = kept()
    const fresh: Packed = { position: board.position, at: now(), bytes: packBoard(board) }
    packed = fresh
    // Who comes next tries anew.
    fresh.bytes.catch(() => (packed = null))
    return fresh
  }

  const whole = async (): Promise<CatchUp> => {
    const isFresh = packed !== null && Math.abs(now() - packed.at) < packedForMs && since(packed.position) !== null
    const { bytes, position } = isFresh && packed ? packed : pack()
    const board = await bytes
    // Is it more than is remembered, the console sees the hole and asks again.
    return { kind: 'board', packed: board, events: since(position) ?? [], now: now() }
  }

  return {
    add: (events: readonly RecordedEvent[]) => {
      tail.push(...events)
      if (tail.length > 2 * rememberedEvents) tail = tail.slice(-rememberedEvents)
    },
    catchUp: async (after: number): Promise<CatchUp> => {
      const events = after > 0 ? since(after) : null
      return events ? { kind: 'events', events, now: now() } : whole()
    },
  }
}
