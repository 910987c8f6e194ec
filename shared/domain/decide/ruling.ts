import type { Actor } from '../actor.ts'
import type { Board } from '../board/board.ts'
import { incidentOf } from '../board/board.ts'
import type { DomainEvent } from '../event.ts'
import type { AssignmentId, IncidentId } from '../ids.ts'
import type { Assignment } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import type { Refusal } from '../refusal.ts'
import type { Taxonomy } from '../taxonomy/taxonomy.ts'

/** What a decision may look at besides the command. */
export type Situation = {
  readonly board: Board
  readonly now: number
  readonly by: Actor
  readonly taxonomy: Taxonomy
  /** Names of departments that can be whistled; the town's file says which. */
  readonly departments: readonly string[]
}

/** Events, or a named refusal. */
export type Ruling = { readonly ok: true; readonly events: readonly DomainEvent[] } | { readonly ok: false; readonly refusal: Refusal }

export const happens = (...events: readonly DomainEvent[]): Ruling => ({ ok: true, events })

export const refused = (refusal: Refusal): Ruling => ({ ok: false, refusal })

/** The person behind a command, for events that name one; the room itself is `system`. */
export const personOf = (by: Actor) => (by.kind === 'person' ? by : null)

/** Rules on an incident that exists. */
export const withIncident = ({ board }: Situation, id: IncidentId, rule: (incident: Incident) => Ruling): Ruling => {
  const incident = incidentOf(board, id)
  return incident ? rule(incident) : refused({ reason: 'unknown-incident', incident: id })
}

/** Rules on an incident that has not ended. */
export const withOpen = (situation: Situation, id: IncidentId, rule: (incident: Incident) => Ruling): Ruling =>
  withIncident(situation, id, (incident) => {
    if (!incident.end) return rule(incident)
    const into = incident.end.how === 'merged' ? incident.end.into : null
    return refused({ reason: 'incident-has-ended', incident: id, how: incident.end.how, into })
  })

type About = { readonly incident: IncidentId; readonly assignment: AssignmentId }
type AssignmentRule = (assignment: Assignment, incident: Incident) => Ruling

const ownAssignment = ({ by }: Situation, incident: Incident, id: AssignmentId, rule: AssignmentRule): Ruling => {
  const assignment = incident.assignments.find((one) => one.id === id)
  const isAnothers = by.kind === 'unit' && by.id !== assignment?.unit
  if (!assignment || isAnothers) return refused({ reason: 'unknown-assignment', assignment: id })
  return rule(assignment, incident)
}

/** Rules on an assignment of an open incident; a unit may speak only of its own. */
export const withAssignment = (situation: Situation, about: About, rule: AssignmentRule): Ruling =>
  withOpen(situation, about.incident, (incident) => ownAssignment(situation, incident, about.assignment, rule))

/** The same for what may come late, when the incident has ended. */
export const withAnyAssignment = (situation: Situation, about: About, rule: AssignmentRule): Ruling =>
  withIncident(situation, about.incident, (incident) => ownAssignment(situation, incident, about.assignment, rule))
