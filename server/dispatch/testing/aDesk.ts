import { emptyBoard } from '../../../shared/domain/board/board.ts'
import { foldBoard } from '../../../shared/domain/board/fold.ts'
import type { Command } from '../../../shared/domain/command.ts'
import type { DomainEvent } from '../../../shared/domain/event.ts'
import { CommandId, TownId } from '../../../shared/domain/ids.ts'
import { aTaxonomy } from '../../../shared/testing/aTaxonomy.ts'
import { aUnit } from '../../../shared/testing/aUnit.ts'
import { aMorning, liWei } from '../../../shared/testing/boardBuilder.ts'
import { memoryJournal } from '../../journal/memoryJournal.ts'
import { dispatcher } from '../dispatcher.ts'
import type { Keep } from '../twoBoards.ts'

export const town = TownId.parse('sijijiang')

let asked = 0
/** An id that nobody used before. */
export const freshId = () => CommandId.parse(`command-${++asked}`)

export const asking = (id = freshId()) => ({ id, by: liWei, origin: 'console:test' })

/** A line in the shift log: lawful at any time, so that tests speak of keeping and not of rules. */
export const note = (text: string): Command => ({ type: 'shift.log', text })

export const enroll: Command = { type: 'units.enroll', definitions: [aUnit({ id: 'W1' }), aUnit({ id: 'W2' })] }

/** A desk over a journal in memory; `around` may stand between the two. */
export const aDesk = (around: (keep: Keep) => Keep = (keep) => keep, journal = memoryJournal<DomainEvent>()) => {
  const keep: Keep = {
    append: (at, lines) => journal.append(town, at, lines),
    commandAt: (id) => journal.commandAt(town, id),
    read: (after, limit) => journal.read(town, after, limit),
  }
  let now = aMorning
  const troubles: unknown[] = []
  const desk = dispatcher({
    keep: around(keep),
    board: emptyBoard(town),
    taxonomy: aTaxonomy,
    departments: ['区城管局'],
    now: () => now,
    onTrouble: (error) => void troubles.push(error),
  })
  const events = () => journal.read(town, 0, 1_000_000)
  return {
    desk,
    journal,
    troubles,
    events,
    /** The board as the journal alone tells it. */
    told: async () => foldBoard(emptyBoard(town), await events()),
    setNow: (instant: number) => void (now = instant),
  }
}

type Held = {
  readonly expected: number
  readonly pass: () => void
  readonly fail: (error: Error) => void
  /** As a journal that takes in no more. */
  readonly refuse: () => void
}

/** A journal whose disk answers when the test says so, in the order in which it was asked. */
export const heldDisk = () => {
  const held: Held[] = []
  const around = (keep: Keep): Keep => ({
    ...keep,
    append: (expected, lines) =>
      new Promise((resolve, reject) =>
        held.push({
          expected,
          pass: () => void keep.append(expected, lines).then(resolve, reject),
          fail: reject,
          refuse: () => resolve({ ok: false, reason: 'journal-is-full' }),
        }),
      ),
  })
  return { around, held }
}
