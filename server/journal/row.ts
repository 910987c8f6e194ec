import { hash } from 'node:crypto'
import type { CommandId, TownId } from '../../shared/domain/ids.ts'
import type { Recorded } from '../../shared/domain/recorded.ts'
import type { Row } from './database.ts'
import type { AnyEvent, NewEvent } from './journal.ts'

/** Where a town stands: its last position and the hash of that row. */
export type Head = { readonly position: number; readonly hash: string }

/** Before the first event of a town. */
export const noHead: Head = { position: 0, hash: '0'.repeat(64) }

/** A row as the table keeps it, in the order of its columns. `body` is the recorded event as JSON, never re-written. */
export type StoredRow = {
  readonly town: string
  readonly position: number
  readonly subject: string | null
  /** Only on the last event of a command: `commandKey` of its id. */
  readonly command: number | null
  readonly hash: string
  readonly body: string
} & Row

/**
 * SHA-256 over the hash before, the subject and the stored text, as hex.
 *
 * It covers the very text in the table, so checking it needs no knowledge of events, however old.
 * Unambiguous: the hash before has a fixed length and JSON text holds no line break.
 */
export const linkHash = (before: string, subject: string | null, body: string): string =>
  hash('sha256', `${before}\n${subject ?? ''}\n${body}`)

/** 48 bits of a command's id: an index of whole ids costs a fifth of the journal's speed (measured). A lookup compares the id itself. */
export const commandKey = (commandId: CommandId): number => Number.parseInt(hash('sha256', commandId).slice(0, 12), 16)

/** What the journal gives back for a new event at this position; JSON keeps this order of keys. */
export const recordedOf = <E extends AnyEvent>(town: TownId, position: number, event: NewEvent<E>): Recorded<E> => ({
  town,
  position,
  at: event.at,
  ...(event.doneAt === undefined ? {} : { doneAt: event.doneAt }),
  by: event.by,
  origin: event.origin,
  commandId: event.commandId,
  event: event.event,
})

/** The rows of one append, chained to `head`. */
export const rowsOf = <E extends AnyEvent>(town: TownId, head: Head, events: readonly NewEvent<E>[]): readonly StoredRow[] => {
  let before = head.hash
  return events.map((event, index) => {
    const position = head.position + index + 1
    const body = JSON.stringify(recordedOf(town, position, event))
    before = linkHash(before, event.subject, body)
    const isLastOfCommand = events[index + 1]?.commandId !== event.commandId
    return { town, position, subject: event.subject, command: isLastOfCommand ? commandKey(event.commandId) : null, hash: before, body }
  })
}
