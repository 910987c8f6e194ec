import type { DomainEvent } from '../../shared/domain/event.ts'
import { steadyNow } from '../clock/steadyNow.ts'
import type { Journal } from '../journal/journal.ts'
import type { Time } from './systemTime.ts'

/** When the last thing happened that any town's journal knows of; 0 for an empty one. */
const lastInstant = async (journal: Journal<DomainEvent>): Promise<number> => {
  const ends = await Promise.all(
    (await journal.towns()).map(async (town) => (await journal.read(town, (await journal.position(town)) - 1, 1))[0]?.at ?? 0),
  )
  return Math.max(0, ...ends)
}

export type RoomClock = {
  /** The clock that all of the server goes by: the machine's, but never backwards, neither while it runs nor over a restart. */
  readonly time: Time
  /** How far it is ahead of the machine's now, ms. */
  readonly aheadMs: () => number
}

export const roomClock = async (machine: Time, journal: Journal<DomainEvent>): Promise<RoomClock> => {
  const now = steadyNow({ wall: machine.now, monotonic: machine.monotonic, notBefore: await lastInstant(journal) })
  return { time: { ...machine, now }, aheadMs: () => Math.max(0, now() - machine.now()) }
}
