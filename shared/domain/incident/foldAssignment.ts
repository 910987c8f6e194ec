import { assertNever } from '../assertNever.ts'
import type { DomainEvent, EventOf } from '../event.ts'
import type { Assignment } from './assignment.ts'
import type { Incident } from './incident.ts'

export type AssignmentEvent = Extract<DomainEvent, { assignment: unknown }>

export const isAssignmentEvent = (event: DomainEvent): event is AssignmentEvent => 'assignment' in event

const newAssignment = (event: EventOf<'unit.assigned'>, at: number): Assignment => ({
  id: event.assignment,
  unit: event.unit,
  force: event.force,
  lead: event.lead,
  order: event.order,
  state: 'assigned',
  assignedAt: at,
  acceptedAt: null,
  departedAt: null,
  onSceneAt: null,
  handlingAt: null,
  endedAt: null,
  arrival: null,
  result: null,
  photos: [],
  wantsHelp: null,
})

const step = (assignment: Assignment, event: Exclude<AssignmentEvent, { type: 'unit.assigned' }>, at: number): Assignment => {
  switch (event.type) {
    case 'unit.accepted':
      return { ...assignment, state: 'accepted', acceptedAt: at }
    case 'unit.departed':
      return { ...assignment, state: 'enroute', acceptedAt: assignment.acceptedAt ?? at, departedAt: at }
    case 'unit.arrived':
      return { ...assignment, state: 'onscene', acceptedAt: assignment.acceptedAt ?? at, onSceneAt: at, arrival: event.arrival }
    case 'unit.handling':
      // A phone may tell only the last of its steps: who handles has accepted and is there.
      return {
        ...assignment,
        state: 'handling',
        acceptedAt: assignment.acceptedAt ?? at,
        onSceneAt: assignment.onSceneAt ?? at,
        handlingAt: at,
      }
    case 'unit.resolved':
      return {
        ...assignment,
        state: 'resolved',
        endedAt: at,
        result: event.result,
        photos: [...new Set([...assignment.photos, ...event.photos])],
        wantsHelp: null,
      }
    case 'unit.returned':
      return { ...assignment, state: 'returned', endedAt: at, result: event.reason, wantsHelp: null }
    case 'unit.recalled':
      return { ...assignment, state: 'recalled', endedAt: at, result: event.reason, wantsHelp: null }
    case 'photo.added':
      return { ...assignment, photos: [...new Set([...assignment.photos, event.photo])] }
    case 'help.asked':
      return {
        ...assignment,
        wantsHelp: { at: assignment.wantsHelp?.at ?? at, force: event.force, count: event.count, reason: event.reason },
      }
    case 'help.answered':
      return { ...assignment, wantsHelp: null }
    case 'unit.overdue':
      return assignment
    default:
      return assertNever(event)
  }
}

/** 增援: the clock of a call runs from the first cry until nobody is left crying, answered or gone home. */
const helpAfter = (incident: Incident, assignments: readonly Assignment[], at: number): Incident['help'] => {
  const isWanted = assignments.some((assignment) => assignment.wantsHelp !== null)
  const isRunning = incident.help !== null && incident.help.answeredAt === null
  if (isWanted) return isRunning ? incident.help : { askedAt: at, answeredAt: null }
  return incident.help && isRunning ? { ...incident.help, answeredAt: at } : incident.help
}

/** The incident after something happened between the room and one of its units. */
export const foldAssignment = (incident: Incident, event: AssignmentEvent, at: number): Incident => {
  if (event.type === 'unit.assigned') {
    const takenAt = incident.takenAt ?? at
    return {
      ...incident,
      takenAt,
      classifiedAt: incident.classifiedAt ?? at,
      assignments: [...incident.assignments, newAssignment(event, at)],
    }
  }
  const assignments = incident.assignments.map((assignment) =>
    assignment.id === event.assignment ? step(assignment, event, at) : assignment,
  )
  const help = helpAfter(incident, assignments, at)
  if (event.type !== 'unit.returned') return { ...incident, assignments, help }
  const returned = { force: event.force, unit: event.unit, reason: event.reason, at }
  return { ...incident, assignments, help, returnedBy: [...incident.returnedBy, returned] }
}
