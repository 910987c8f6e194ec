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

  /** True when every event after this position is remembered. */
  const reaches = (after: number): boolean => {
    const first = tail[0]?.position ?? Infinity
    return after === kept().position || (after < kept().position && after >= first - 1)
  }
  const since = (after: number): readonly RecordedEvent[] => tail.filter(({ position }) => position > after).map(maskEvent)

  const pack = (): Packed => {
    const board = kept()
    const fresh: Packed = { position: board.position, at: now(), bytes: packBoard(board) }
    packed = fresh
    // Who comes next tries anew.
    fresh.bytes.catch(() => {
      if (packed === fresh) packed = null
    })
    return fresh
  }
  const isFresh = ({ at, position }: Packed) => Math.abs(now() - at) < packedForMs && reaches(position)

  const whole = async (): Promise<CatchUp> => {
    const { bytes, position } = packed && isFresh(packed) ? packed : pack()
    const board = await bytes
    // Has more happened meanwhile than is remembered, the console sees the hole and asks again.
    return { kind: 'board', packed: board, events: since(position), now: now() }
  }

  return {
    add: (events: readonly RecordedEvent[]) => {
      tail.push(...events)
      if (tail.length > 2 * rememberedEvents) tail = tail.slice(-rememberedEvents)
    },
    catchUp: async (after: number): Promise<CatchUp> => {
      return after > 0 && reaches(after) ? { kind: 'events', events: since(after), now: now() } : whole()
    },
  }
}
