import type { Actor } from './actor.ts'
import type { CommandId, TownId } from './ids.ts'

/**
 * An event as the journal keeps it: what happened, in which order, when, by whom.
 *
 * `position` counts 1, 2, 3 … per town without gaps. `at` is the server's clock, UTC epoch
 * milliseconds. `doneAt` is when the actor says it was done, where that differs (a tap on a phone
 * without network). Several events of one command carry the same `commandId`.
 */
export type Recorded<E> = {
  readonly town: TownId
  readonly position: number
  readonly at: number
  readonly doneAt?: number
  readonly by: Actor
  /** From where: a workstation, an address, a channel's sender. Never shown to units or citizens. */
  readonly origin: string
  readonly commandId: CommandId
  readonly event: E
}
