import type { Actor } from '../../shared/domain/actor.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import type { Command } from '../../shared/domain/command.ts'
import { decide } from '../../shared/domain/decide/decide.ts'
import type { DomainEvent, RecordedEvent } from '../../shared/domain/event.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/domain/refusal.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { doneAtOf } from './doneAt.ts'
import { recentAnswers } from './recentAnswers.ts'
import { cannotKeep, twoBoards, type Done, type Keep, type KeptListener, type Written } from './twoBoards.ts'

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
  /** Told of each command's answer after it was given; of one sent twice, once. */
  readonly onAnswered: (listener: (answer: Answer) => void) => void
  /** Resolves when nothing is on its way to the disk. */
  readonly idle: () => Promise<void>
}

type Needs = {
  readonly keep: Keep
  readonly board: Board
  readonly taxonomy: Taxonomy
  readonly departments: readonly string[]
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
}

/** How often a wish is judged anew after somebody else's events came first, before it is given up. */
const maxTries = 5

/**
 * The one place of a town where commands become events.
 *
 * Commands are decided one after the other on the board as decided so far and sent to the journal
 * without waiting for the one before, so that one disk flush keeps many (`twoBoards.ts`).
 */
export const dispatcher = ({ keep, board, taxonomy, departments, now, onTrouble }: Needs): Dispatcher => {
  const boards = twoBoards({ keep, board, onTrouble })
  const recent = recentAnswers<Done>()
  const onTheWay = new Set<Promise<unknown>>()
  const answered = new Set<(answer: Answer) => void>()

  const record = (events: readonly DomainEvent[], asking: Asking): readonly RecordedEvent[] => {
    const base = boards.decided()
    const at = Math.max(now(), base.at)
    return events.map((event, i) => {
      const doneAt = doneAtOf(event, base, asking.doneAt, at)
      return {
        town: base.town,
        position: base.position + 1 + i,
        at,
        ...(doneAt !== null && { doneAt }),
        by: asking.by,
        origin: asking.origin,
        commandId: asking.id,
        event,
      }
    })
  }

  const judge = async (command: Command, asking: Asking): Promise<Written> => {
    const base = boards.decided()
    const ruling = decide({ board: base, now: Math.max(now(), base.at), by: asking.by, taxonomy, departments }, command)
    if (!ruling.ok) return { answer: ruling, events: [] }
    if (ruling.events.length > 0) return boards.put(record(ruling.events, asking))
    // "It is so already" is said of what is on disk; if that fails to get there, the wish is judged anew.
    const fate = await boards.fateOf(base)
    const isKept = fate === undefined || (fate !== 'overtaken' && fate.answer.ok)
    return isKept ? { answer: { ok: true, position: base.position }, events: [] } : judge(command, asking)
  }

  const attempt = async (command: Command, asking: Asking, tries: number): Promise<Done> => {
    if (boards.untilSteady()) await boards.untilSteady()
    const position = asking.mayBeOld || tries > 1 ? await keep.commandAt(asking.id) : null
    if (position !== null) return { answer: { ok: true, position }, events: [] }
    const written = await judge(command, asking)
    if (written !== 'overtaken') return written
    return tries < maxTries ? attempt(command, asking, tries + 1) : cannotKeep
  }

  const perform = (command: Command, asking: Asking): Promise<Done> =>
    attempt(command, asking, 1).catch((error: unknown) => {
      // Not to be found out whether it was done, or a fault of our own: either way nothing was done now.
      onTrouble(error)
      return cannotKeep
    })

  return {
    do: (command, asking) => {
      const known = recent.get(asking.id)
      if (known) return known
      const done = perform(command, asking)
      recent.set(asking.id, done)
      onTheWay.add(done)
      void done
        .then(({ answer }) => {
          onTheWay.delete(done)
          // A refusal was not done: the same wish may be lawful a moment later.
          if (!answer.ok) recent.forget(asking.id)
          for (const listener of answered) listener(answer)
        })
        .catch(onTrouble)
      return done
    },
    board: boards.decided,
    kept: boards.kept,
    canKeep: boards.canKeep,
    onKept: boards.onKept,
    onAnswered: (listener) => void answered.add(listener),
    idle: async () => {
      while (onTheWay.size > 0) await Promise.all(onTheWay)
    },
  }
}
