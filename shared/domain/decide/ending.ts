import type { CommandOf } from '../command.ts'
import type { DomainEvent } from '../event.ts'
import { isActive } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import { isPoliceMatter, lacksPolice } from '../incident/weight.ts'
import { happens, refused, withIncident, withOpen, type Ruling, type Situation } from './ruling.ts'

const stillActive = (incident: Incident): Ruling | null => {
  const units = incident.assignments.filter(isActive).map((assignment) => assignment.unit)
  return units.length > 0 ? refused({ reason: 'units-still-active', incident: incident.id, units }) : null
}

/** Where police must come and none did, it is not over: whoever knows better says so on the card first, by name. */
const withoutPolice = (incident: Incident): Ruling | null =>
  lacksPolice(incident) ? refused({ reason: 'police-not-sent', incident: incident.id }) : null

/** 办结. Never while a unit is still on it: somebody would be out there for a matter the room forgot. */
export const close = (situation: Situation, command: CommandOf<'incident.close'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    const { outcome, note } = command
    return stillActive(incident) ?? withoutPolice(incident) ?? happens({ type: 'incident.closed', incident: incident.id, outcome, note })
  })

export const cancel = (situation: Situation, command: CommandOf<'incident.cancel'>): Ruling =>
  withOpen(
    situation,
    command.incident,
    (incident) =>
      stillActive(incident) ??
      withoutPolice(incident) ??
      happens({ type: 'incident.cancelled', incident: incident.id, reason: command.reason }),
  )

/** A matter comes back. A merged one is taken out with `incident.unmerge` instead. */
export const reopen = (situation: Situation, command: CommandOf<'incident.reopen'>): Ruling =>
  withIncident(situation, command.incident, (incident) => {
    if (!incident.end) return refused({ reason: 'incident-is-open', incident: incident.id })
    if (incident.end.how === 'merged') {
      return refused({ reason: 'incident-has-ended', incident: incident.id, how: 'merged', into: incident.end.into })
    }
    return happens({ type: 'incident.reopened', incident: incident.id, reason: command.reason })
  })

/** 回访/评价 by the citizen who reported. Once, after it was closed. */
export const rate = (situation: Situation, command: CommandOf<'incident.rate'>): Ruling =>
  withIncident(situation, command.incident, (incident) => {
    if (incident.end?.how !== 'closed') return refused({ reason: 'not-closed', incident: incident.id })
    if (incident.rating) return refused({ reason: 'rated-already', incident: incident.id })
    return happens({ type: 'incident.rated', incident: incident.id, stars: command.stars, comment: command.comment })
  })

/**
 * 移交 to 12345, 110 or another town, with its context.
 *
 * A matter that needs police does not leave for 12345: whoever is sure it does not need them says so on
 * the card first, by name.
 */
export const transfer = (situation: Situation, command: CommandOf<'incident.transfer'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    if (command.to === '12345' && isPoliceMatter(incident)) return refused({ reason: 'police-must-not-leave', incident: incident.id })
    if (command.to === 'town' && command.town === null) return refused({ reason: 'malformed', field: 'town', problem: 'required' })
    const { to, town, reason } = command
    return stillActive(incident) ?? happens({ type: 'incident.transferred', incident: incident.id, to, town, reason })
  })

/** The other side's answer. A refused transfer brings the matter back to the queue. */
export const answerTransfer = (situation: Situation, command: CommandOf<'transfer.answer'>): Ruling =>
  withIncident(situation, command.incident, (incident) => {
    const last = incident.transfers.at(-1)
    if (!last) return refused({ reason: 'not-transferred', incident: incident.id })
    if (last.answer || incident.end?.how !== 'transferred') return refused({ reason: 'answered-already', incident: incident.id })
    return happens({ type: 'transfer.answered', incident: incident.id, accepted: command.accepted, note: command.note })
  })

const isPaused = (incident: Incident) => incident.pauses.some((pause) => pause.to === null)

export const pause = (situation: Situation, command: CommandOf<'incident.pause'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    if (isPaused(incident)) return refused({ reason: 'paused-already', incident: incident.id })
    return happens({ type: 'incident.paused', incident: incident.id, reason: command.reason })
  })

export const resume = (situation: Situation, command: CommandOf<'incident.resume'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    if (!isPaused(incident)) return refused({ reason: 'not-paused', incident: incident.id })
    return happens({ type: 'incident.resumed', incident: incident.id })
  })

/** 吹哨: departments are called to report in within the room's limit. */
export const whistle = (situation: Situation, command: CommandOf<'incident.whistle'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    const departments = [...new Set(command.departments)]
    const unknown = departments.find((name) => !situation.departments.includes(name))
    if (unknown !== undefined) return refused({ reason: 'unknown-department', department: unknown })
    if (incident.whistle?.departments.some((department) => !department.reportedIn)) {
      return refused({ reason: 'whistled-already', incident: incident.id })
    }
    const dueAt = situation.now + situation.board.thresholds.whistleWithinMs
    const event: DomainEvent = { type: 'incident.whistled', incident: incident.id, departments, matter: command.matter, dueAt }
    return happens(event)
  })

export const reportIn = (situation: Situation, command: CommandOf<'department.reportIn'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    const department = incident.whistle?.departments.find((one) => one.name === command.department)
    if (!incident.whistle) return refused({ reason: 'not-whistled', incident: incident.id })
    if (!department) return refused({ reason: 'unknown-department', department: command.department })
    if (department.reportedIn) return happens()
    return happens({ type: 'department.reportedIn', incident: incident.id, department: command.department, person: command.person })
  })
