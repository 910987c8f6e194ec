import type { Actor } from '../../shared/domain/actor.ts'
import type { CommandId, TownId } from '../../shared/domain/ids.ts'
import type { Recorded } from '../../shared/domain/recorded.ts'

/** The least that anything in the journal is: it says what kind of event it is. */
export type AnyEvent = { readonly type: string }

/** An event on its way into the journal, which gives it its town and position. */
export type NewEvent<E extends AnyEvent = AnyEvent> = {
  /** The server's clock, UTC epoch milliseconds. */
  readonly at: number
  /** When the actor says it was done, where that differs. */
  readonly doneAt?: number
  readonly by: Actor
  readonly origin: string
  readonly commandId: CommandId
  /** The incident or unit that it is about (`E-1042`, `W12`), for `history`; null where it is about the whole town. */
  readonly subject: string | null
  readonly event: E
}

/**
 * What became of an append. `position` is that of the last event written, or, when refused, where the
 * town stands now. `journal-is-full`: too much is waiting for the disk; nothing was taken in, wait for `whenRoom`.
 */
export type AppendAnswer =
  | { readonly ok: true; readonly position: number }
  | { readonly ok: false; readonly reason: 'position-conflict' | 'journal-is-full'; readonly position: number }

/**
 * A board kept so that a start need not fold from the first event.
 *
 * `hash` is the saver's own mark of the body (for example of the state, or of the fold that made it);
 * it is given back as it was. Whether the body is whole is watched by the journal itself.
 */
export type Snapshot = { readonly position: number; readonly hash: string; readonly body: string }

/**
 * The single truth: what happened in each town, in order, for good.
 *
 * Positions count 1, 2, 3 … per town. `JournalUnavailable` is what the promises reject with when the
 * disk is full, broken or damaged; a refusal (`ok: false`) is an ordinary answer.
 */
export type Journal<E extends AnyEvent = AnyEvent> = {
  /**
   * Writes all of `events` or none, right after `expectedPosition`; durable when the promise resolves.
   *
   * Appends may be sent without waiting for the one before: each names the position that the town will
   * have by then. They are judged in the order of the calls; when one fails, those that counted on it fail too.
   * No events: answers where the town stands, if it stands there.
   */
  readonly append: (town: TownId, expectedPosition: number, events: readonly NewEvent<E>[]) => Promise<AppendAnswer>
  /** At most `limit` events after position `after`, oldest first. */
  readonly read: (town: TownId, after: number, limit: number) => Promise<readonly Recorded<E>[]>
  /** The events about one incident or unit, oldest first; with `limit`, the newest so many of them. */
  readonly history: (town: TownId, subject: string, limit?: number) => Promise<readonly Recorded<E>[]>
  /** The position of the last event of that command, or null if it is not in the journal. */
  readonly commandAt: (town: TownId, commandId: CommandId) => Promise<number | null>
  /** The position of the last durable event; 0 before the first. */
  readonly position: (town: TownId) => Promise<number>
  readonly saveSnapshot: (town: TownId, snapshot: Snapshot) => Promise<void>
  /** The newest snapshot that is whole; null where there is none, and then everything is folded. */
  readonly latestSnapshot: (town: TownId) => Promise<Snapshot | null>
  /** Towns that have at least one event, by name. */
  readonly towns: () => Promise<readonly TownId[]>
  /** False while too much waits for the disk: the door should take in no more until `whenRoom`. */
  readonly hasRoom: () => boolean
  readonly whenRoom: () => Promise<void>
  /** Finishes what was taken in, then lets go of the file. Later calls reject. */
  readonly close: () => Promise<void>
}

/** Why the journal cannot serve: the words are for the log and for the person at the machine. */
export type JournalTrouble = 'disk-full' | 'disk-fault' | 'damaged' | 'busy' | 'closed' | 'unknown-event'

/** The machine, not the caller, is at fault. Nothing of the rejected append was written. */
export class JournalUnavailable extends Error {
  override readonly name = 'JournalUnavailable'

  constructor(
    readonly trouble: JournalTrouble,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause })
  }
}
