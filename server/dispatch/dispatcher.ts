import type { Actor } from '../../shared/domain/actor.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import type { Command } from '../../shared/domain/command.ts'
import { decide } from '../../shared/domain/decide/decide.ts'
import { subjectOf, type DomainEvent, type RecordedEvent } from '../../shared/domain/event.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/domain/refusal.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { doneAtOf } from './doneAt.ts'
import { recentAnswers } from './recentAnswers.ts'

/** Who asks, from where, and under which id, so that a command sent twice is done once. */
export type Asking = {
  readonly id: CommandId
  readonly by: Actor
  readonly origin: string
  /** When the asker did it, already in the server's time; only for what happened in the field. */
  readonly doneAt?: number
  /** The command may have been sent hours ago (a phone without network, an outside system): look for it in the journal first. */
  readonly mayBeOld?: boolean
}

/** An answer, with the events that were kept for it. */
export type Done = { readonly answer: Answer; readonly events: readonly RecordedEvent[] }

/** Told of events once they are durable, in order, with the board as it is after them. */
export type KeptListener = (events: readonly RecordedEvent[], board: Board) => void

export type Dispatcher = {
  /** Answered when the events are durable, never before. Refusals are values; nothing throws. */
  readonly do: (command: Command, asking: Asking) => Promise<Done>
  /** As decided: what the next command is judged by. May run a moment ahead of the disk. */
  readonly board: () => Board
  /** As kept: what anyone may be shown. */
  readonly kept: () => Board
  /** False after the journal failed to write, until it writes again. */
  readonly canKeep: () => boolean
  readonly onKept: (listener: KeptListener) => () => void
  /** Resolves when nothing is on its way to the disk. */
  readonly idle: () => Promise<void>
}

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

/** What the dispatcher asks of the journal of its one town. */
export type Keep = {
  readonly append: (expectedPosition: number, lines: readonly Line[]) => Promise<{ readonly ok: boolean }>
  readonly commandAt: (id: CommandId) => Promise<number | null>
}

type Needs = {
  readonly keep: Keep
  readonly board: Board
  readonly taxonomy: Taxonomy
  readonly departments: readonly string[]
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
}

const cannotKeep: Done = { answer: { ok: false, refusal: { reason: 'cannot-keep' } }, events: [] }

/**
 * The one place of a town where commands become events.
 *
 * Commands are decided one after the other on the board as decided so far and sent to the journal
 * without waiting for the one before, so that one disk flush keeps many. If an append fails, everything
 * decided on top of it fails with it, and deciding goes on from the board that is on disk.
 */
export const dispatcher = ({ keep, board, taxonomy, departments, now, onTrouble }: Needs): Dispatcher => {
  let decided = board
  let kept = board
  let canKeep = true
  const listeners = new Set<KeptListener>()
  const recent = recentAnswers<Done>()
  const onTheWay = new Set<Promise<unknown>>()
  /** Boards whose events are on their way to the disk, in order; each was decided on the one before. */
  const unkept = new Map<Board, Promise<Done>>()

  const record = (events: readonly DomainEvent[], asking: Asking): readonly RecordedEvent[] => {
    const at = Math.max(now(), decided.at)
    return events.map((event, i) => {
      const doneAt = doneAtOf(event, decided, asking.doneAt, at)
      return {
        town: decided.town,
        position: decided.position + 1 + i,
        at,
        ...(doneAt !== null && { doneAt }),
        by: asking.by,
        origin: asking.origin,
        commandId: asking.id,
        event,
      }
    })
  }

  /** What failed takes along everything decided on top of it, and nothing that was decided before it. */
  const takeBack = (base: Board, failed: Board) => {
    if (!unkept.has(failed)) return
    const waiting = [...unkept.keys()]
    for (const board of waiting.slice(waiting.indexOf(failed))) unkept.delete(board)
    decided = base
  }

  const tell = (recorded: readonly RecordedEvent[], after: Board) => {
    for (const listener of listeners) {
      try {
        listener(recorded, after)
      } catch (error) {
        onTrouble(error)
      }
    }
  }

  const write = async (recorded: readonly RecordedEvent[], base: Board, after: Board): Promise<Done> => {
    const lines = recorded.map(({ town: _town, position: _position, ...line }) => ({ ...line, subject: subjectOf(line.event) }))
    try {
      const { ok } = await keep.append(base.position, lines)
      if (!ok)
        throw new Error(
          `The journal of ${after.town} is not at position ${base.position}, or takes in no more: an append before failed, it is full, or another server writes to it`,
        )
    } catch (error) {
      canKeep = false
      takeBack(base, after)
      onTrouble(error)
      return cannotKeep
    }
    canKeep = true
    unkept.delete(after)
    kept = after
    tell(recorded, after)
    return { answer: { ok: true, position: after.position }, events: recorded }
  }

  const judge = async (command: Command, asking: Asking): Promise<Done> => {
    const base = decided
    const ruling = decide({ board: base, now: Math.max(now(), base.at), by: asking.by, taxonomy, departments }, command)
    if (!ruling.ok) return { answer: ruling, events: [] }
    if (ruling.events.length === 0) {
      // "It is so already" is said of what is on disk; if that fails to get there, the wish is judged anew.
      const standing = await unkept.get(base)
      return standing?.answer.ok === false ? judge(command, asking) : { answer: { ok: true, position: base.position }, events: [] }
    }
    const recorded = record(ruling.events, asking)
    const after = foldBoard(base, recorded)
    decided = after
    const written = write(recorded, base, after)
    unkept.set(after, written)
    return written
  }

  const perform = async (command: Command, asking: Asking): Promise<Done> => {
    try {
      const position = asking.mayBeOld ? await keep.commandAt(asking.id) : null
      if (position !== null) return { answer: { ok: true, position }, events: [] }
      return await judge(command, asking)
    } catch (error) {
      // Not to be found out whether it was done, or a fault of our own: either way nothing was done now.
      onTrouble(error)
      return cannotKeep
    }
  }

  return {
    do: (command, asking) => {
      const known = recent.get(asking.id)
      if (known) return known
      const done = perform(command, asking)
      recent.set(asking.id, done)
      onTheWay.add(done)
      void done.then(({ answer }) => {
        onTheWay.delete(done)
        // A refusal was not done: the same wish may be lawful a moment later.
        if (!answer.ok) recent.forget(asking.id)
      })
      return done
    },
    board: () => decided,
    kept: () => kept,
    canKeep: () => canKeep,
    onKept: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    idle: async () => {
      while (onTheWay.size > 0) await Promise.all(onTheWay)
    },
  }
}
