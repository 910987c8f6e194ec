import { assertNever } from '../assertNever.ts'
import type { EventOf, RecordedEvent } from '../event.ts'
import type { Added } from './events.ts'
import { foldAssignment, isAssignmentEvent } from './foldAssignment.ts'
import type { Incident } from './incident.ts'
import type { Report } from './report.ts'

/** Events that change an incident itself. Merging is folded by the board, since it touches two. */
export type IncidentChange = Exclude<
  Extract<RecordedEvent['event'], { incident: unknown }>,
  { type: 'incident.reported' | 'alarm.climbed' | 'alarm.acknowledged' | 'sos.raised' | 'sos.cleared' }
>

/** As many as a report can bring at once; the note tells of all of them. */
const mostPhotos = 9

/** A report with the photos that came later under its number. */
const withPhotos =
  ({ report, photos }: Added) =>
  (one: Report): Report =>
    one.id === report ? { ...one, photos: [...new Set([...one.photos, ...photos])].slice(0, mostPhotos) } : one

/** The incident that a report opens. */
export const openIncident = (event: EventOf<'incident.reported'>, at: number, position: number): Incident => ({
  id: event.incident,
  version: position,
  openedAt: at,
  reports: [event.report],
  assessment: event.assessment,
  kind: event.assessment.kind,
  nature: event.assessment.nature,
  urgency: event.assessment.urgency,
  policeNeeded: event.assessment.policeNeeded,
  critical: event.assessment.critical,
  isConfirmed: false,
  place: event.place,
  holder: null,
  takenAt: null,
  classifiedAt: null,
  assignments: [],
  returnedBy: [],
  duplicates: event.duplicates,
  notDuplicateOf: [],
  merged: [],
  parted: [],
  transfers: [],
  whistle: null,
  pauses: [],
  away: [],
  help: null,
  warned: [],
  breached: [],
  reopenedAt: null,
  rating: null,
  end: null,
})

const given = <T extends object>(changes: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never

/** A person's word on what it is confirms it; moving its place, or what a part brought along, does not. */
const amended = (incident: Incident, { changes, inherited }: EventOf<'incident.amended'>): Incident => {
  const { place: _place, ...whatItIs } = changes
  return {
    ...incident,
    ...given(changes),
    critical: changes.urgency === undefined ? incident.critical : changes.urgency === 'critical',
    isConfirmed: incident.isConfirmed || (!inherited && Object.keys(whatItIs).length > 0),
  }
}

/**
 * Open again and in nobody's hand: who held it when it went may have gone home, and a held matter waits for
 * nobody else. The span in which it had ended is kept, so that no clock counts it. What was told of its limits
 * went with it: a limit that has passed is told again.
 */
const back = (incident: Incident, at: number): Incident => {
  if (!incident.end) return incident
  const { at: from } = incident.end
  return { ...incident, end: null, holder: null, warned: [], breached: [], away: [...incident.away, { from, to: Math.max(from, at) }] }
}

/** Back and unsettled: a new round begins, and somebody has to take it anew. */
const backUnsettled = (incident: Incident, at: number): Incident => ({ ...back(incident, at), takenAt: null })

const endedPauses = (incident: Incident, at: number) => incident.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))

/** The incident after one more event; the caller sets `version`. */
const change = (incident: Incident, event: IncidentChange, at: number): Incident => {
  if (isAssignmentEvent(event)) return foldAssignment(incident, event, at)
  switch (event.type) {
    case 'incident.taken':
      return { ...incident, holder: { id: event.by, name: event.name, since: at }, takenAt: incident.takenAt ?? at }
    case 'incident.released':
      return { ...incident, holder: null }
    case 'incident.classified':
      return { ...incident, isConfirmed: true, classifiedAt: incident.classifiedAt ?? at }
    case 'incident.amended':
      return amended(incident, event)
    case 'incident.merged':
      return { ...incident, holder: null, pauses: endedPauses(incident, at), end: { how: 'merged', at, into: event.into } }
    case 'incident.unmerged':
      return { ...back(incident, at), notDuplicateOf: [...incident.notDuplicateOf, event.from] }
    case 'duplicate.dismissed':
      return {
        ...incident,
        duplicates: incident.duplicates.filter((candidate) => candidate.of !== event.of),
        notDuplicateOf: [...incident.notDuplicateOf, event.of],
      }
    case 'incident.transferred': {
      const transfer = { to: event.to, town: event.town, reason: event.reason, at, answer: null }
      const transfers = [...incident.transfers, transfer]
      return { ...incident, transfers, takenAt: incident.takenAt ?? at, pauses: endedPauses(incident, at), end: { how: 'transferred', at } }
    }
    case 'transfer.answered': {
      const answer = { accepted: event.accepted, note: event.note, at }
      const transfers = incident.transfers.map((transfer, i) => (i === incident.transfers.length - 1 ? { ...transfer, answer } : transfer))
      return event.accepted ? { ...incident, transfers } : { ...backUnsettled(incident, at), transfers }
    }
    case 'incident.whistled': {
      const departments = event.departments.map((name) => ({ name, reportedIn: null }))
      return { ...incident, whistle: { at, dueAt: event.dueAt, matter: event.matter, departments, overdueAt: null } }
    }
    case 'department.reportedIn': {
      if (!incident.whistle) return incident
      const departments = incident.whistle.departments.map((department) =>
        department.name === event.department ? { ...department, reportedIn: { by: event.person, at } } : department,
      )
      return { ...incident, whistle: { ...incident.whistle, departments } }
    }
    case 'incident.paused':
      return { ...incident, pauses: [...incident.pauses, { from: at, to: null, reason: event.reason }] }
    case 'incident.resumed':
      return { ...incident, pauses: endedPauses(incident, at) }
    case 'incident.closed':
      return { ...incident, pauses: endedPauses(incident, at), end: { how: 'closed', at, outcome: event.outcome, note: event.note } }
    case 'incident.cancelled':
      return { ...incident, pauses: endedPauses(incident, at), end: { how: 'cancelled', at, reason: event.reason } }
    case 'incident.reopened':
      return { ...backUnsettled(incident, at), reopenedAt: at }
    case 'incident.rated':
      return { ...incident, rating: { stars: event.stars, comment: event.comment, at } }
    case 'stage.warned':
      return { ...incident, warned: [...incident.warned, event.stage] }
    case 'stage.breached':
      return { ...incident, breached: [...incident.breached, { stage: event.stage, dueAt: event.dueAt }] }
    case 'whistle.overdue':
      return { ...incident, whistle: incident.whistle && { ...incident.whistle, overdueAt: at } }
    case 'incident.noted':
      return event.added ? { ...incident, reports: incident.reports.map(withPhotos(event.added)) } : incident
    case 'phone.revealed':
      return incident
    default:
      return assertNever(event)
  }
}

/** The incident after one more event about it. Pure: the old value stays as it was. */
export const foldIncident = (incident: Incident, event: IncidentChange, at: number, position: number): Incident => {
  const next = change(incident, event, at)
  if (next === incident) return { ...incident, version: position }
  // Made a line above and seen by nobody yet: one copy of thirty fields instead of two, a third of a restart's time.
  const fresh: { -readonly [K in keyof Incident]: Incident[K] } = next
  fresh.version = position
  return fresh
}
