import type { Actor } from '../../shared/domain/actor.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import { subjectOf, type DomainEvent, type RecordedEvent } from '../../shared/domain/event.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/domain/refusal.ts'

/** A line for the journal, without the place it will get there. */
type Line = {
  readonly at: number
  readonly doneAt?: number
  readonly by: Actor
  readonly origin: string
  readonly commandId: CommandId
  readonly subject: string | null
  readonly event: DomainEvent
}

type Appended = { readonly ok: true } | { readonly ok: false; readonly reason: 'position-conflict' | 'journal-is-full' }

/** What the dispatcher asks of the journal of its one town. */
export type Keep = {
  readonly append: (expectedPosition: number, lines: readonly Line[]) => Promise<Appended>
  readonly commandAt: (id: CommandId) => Promise<number | null>
  /** At most `limit` events after a position, oldest first. */
  readonly read: (after: number, limit: number) => Promise<readonly RecordedEvent[]>
}

/** An answer, with the events that were kept for it. */
export type Done = { readonly answer: Answer; readonly events: readonly RecordedEvent[] }

/** What became of events on their way to the disk. `overtaken`: somebody else's came first, and nothing of these was written. */
export type Written = Done | 'overtaken'

/** Told of events once they are durable, in order, with the board as it is after them. */
export type KeptListener = (events: readonly RecordedEvent[], board: Board) => void

type Needs = { readonly keep: Keep; readonly board: Board; readonly onTrouble: (error: unknown) => void }

export const cannotKeep: Done = { answer: { ok: false, refusal: { reason: 'cannot-keep' } }, events: [] }

const pageSize = 5_000

/** Field by field: on the path of every command, taking two out of a spread costs more than naming the rest. */
const lineOf = ({ at, doneAt, by, origin, commandId, event }: RecordedEvent): Line => ({
  at,
  ...(doneAt !== undefined && { doneAt }),
  by,
  origin,
  commandId,
  subject: subjectOf(event),
  event,
})

/**
 * The board as decided, which may run a moment ahead of the disk, and the board as kept.
 *
 * If an append fails, everything decided on top of it fails with it, and deciding goes on from the board that is on
 * disk. Is that disk ahead of us, because another process wrote there, its events are read and told like our own.
 */
export const twoBoards = ({ keep, board, onTrouble }: Needs) => {
  let decided = board
  let kept = board
  let canKeep = true
  let catchingUp: Promise<void> | null = null
  const listeners = new Set<KeptListener>()
  /** Boards whose events are on their way to the disk, in order; each was decided on the one before. */
  const unkept = new Map<Board, Promise<Written>>()
  /** Boards that were decided without knowing what somebody else had written. */
  const overtaken = new WeakSet<Board>()

  /** What failed takes along everything decided on top of it, and nothing that was decided before it. */
  const takeBack = (base: Board, failed: Board) => {
    if (!unkept.has(failed)) return
    const waiting = [...unkept.keys()]
    for (const one of waiting.slice(waiting.indexOf(failed))) unkept.delete(one)
    decided = base
  }

  const tell = (recorded: readonly RecordedEvent[], after: Board) => {
    kept = after
    for (const listener of listeners) {
      try {
        listener(recorded, after)
      } catch (error) {
        onTrouble(error)
      }
    }
  }

  /** Reads what the journal has beyond the kept board. */
  const readOn = async () => {
    const before = kept.position
    for (let events = await keep.read(before, pageSize); events.length > 0; events = await keep.read(kept.position, pageSize))
      tell(events, foldBoard(kept, events))
    if (kept.position === before) return
    for (const one of unkept.keys()) overtaken.add(one)
    unkept.clear()
    decided = kept
    onTrouble(new Error(`Somebody else writes to the journal of ${kept.town}: events ${before + 1} to ${kept.position} were read from it`))
  }

  const catchUp = () =>
    (catchingUp ??= readOn()
      .catch(onTrouble)
      .finally(() => (catchingUp = null)))

  const lost = async (base: Board, after: Board, reason: 'position-conflict' | 'journal-is-full'): Promise<Written> => {
    if (reason === 'position-conflict') await catchUp()
    if (overtaken.has(after)) return 'overtaken'
    takeBack(base, after)
    canKeep = false
    onTrouble(new Error(`The journal of ${after.town} did not take events after ${base.position} (${reason})`))
    return cannotKeep
  }

  const write = async (recorded: readonly RecordedEvent[], base: Board, after: Board): Promise<Written> => {
    const lines = recorded.map(lineOf)
    try {
      const appended = await keep.append(base.position, lines)
      if (!appended.ok) return await lost(base, after, appended.reason)
    } catch (error) {
      canKeep = false
      takeBack(base, after)
      onTrouble(error)
      return cannotKeep
    }
    canKeep = true
    unkept.delete(after)
    if (kept === base) tell(recorded, after)
    // It fitted behind events that were not known when it was decided: durable all the same.
    else await catchUp()
    return { answer: { ok: true, position: after.position }, events: recorded }
  }

  return {
    decided: () => decided,
    kept: () => kept,
    canKeep: () => canKeep,
    /** Null, or when deciding may go on: while somebody else's events are being read, the board is known to be old. */
    untilSteady: () => catchingUp,
    /** What becomes of a board that is on its way to the disk; undefined for one that is there. */
    fateOf: (one: Board) => unkept.get(one),
    /** Sends events that were decided on `decided()` to the journal, without waiting for those before. */
    put: (recorded: readonly RecordedEvent[]): Promise<Written> => {
      const base = decided
      const after = foldBoard(base, recorded)
      decided = after
      const written = write(recorded, base, after)
      unkept.set(after, written)
      return written
    },
    onKept: (listener: KeptListener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
