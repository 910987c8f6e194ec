import { z } from 'zod'
import { assignmentEvents } from './incident/assignmentEvents.ts'
import { incidentEvents } from './incident/events.ts'
import type { Recorded } from './recorded.ts'
import { roomEvents } from './room/events.ts'
import { slaEvents } from './sla/events.ts'
import { wallEvents } from './wall/wall.ts'

/** Everything that can happen: one line of the journal. */
export const DomainEvent = z.discriminatedUnion('type', [
  ...incidentEvents,
  ...assignmentEvents,
  ...slaEvents,
  ...roomEvents,
  ...wallEvents,
])
export type DomainEvent = z.infer<typeof DomainEvent>

export type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>

/** An event with its place in the journal. */
export type RecordedEvent = Recorded<DomainEvent>

/** What the event is about, for "everything that happened to E-1042": an incident, else a unit, else nothing. */
export const subjectOf = (event: DomainEvent): string | null => {
  if ('incident' in event && event.incident !== null) return event.incident
  if ('unit' in event) return event.unit
  if (event.type === 'wall.shown' && event.wish.kind === 'incident') return event.wish.incident
  return null
}

const knownTypes: ReadonlySet<string> = new Set(DomainEvent.options.map((option) => option.shape.type.value))

/**
 * A stored event as one of ours. Throws on a type that this version does not know.
 *
 * Only the type is looked at: what a journal holds was checked when it was decided, and a start has a
 * million of them to read.
 */
export const storedEvent = (stored: unknown): DomainEvent => {
  const type = typeof stored === 'object' && stored !== null && 'type' in stored ? stored.type : undefined
  if (typeof type !== 'string' || !knownTypes.has(type)) throw new Error(`Unknown event: ${String(type)}`)
  return stored as DomainEvent
}
