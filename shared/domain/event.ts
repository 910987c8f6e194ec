import { z } from 'zod'
import { assignmentEvents } from './incident/assignmentEvents.ts'
import { incidentEvents } from './incident/events.ts'
import type { Recorded } from './recorded.ts'
import { roomEvents } from './room/events.ts'
import { slaEvents } from './sla/events.ts'

/** Everything that can happen: one line of the journal. */
export const DomainEvent = z.discriminatedUnion('type', [...incidentEvents, ...assignmentEvents, ...slaEvents, ...roomEvents])
export type DomainEvent = z.infer<typeof DomainEvent>

export type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>

/** An event with its place in the journal. */
export type RecordedEvent = Recorded<DomainEvent>

/** What the event is about, for "everything that happened to E-1042": an incident, else a unit, else nothing. */
export const subjectOf = (event: DomainEvent): string | null => {
  if ('incident' in event && event.incident !== null) return event.incident
  if ('unit' in event) return event.unit
  return null
}
