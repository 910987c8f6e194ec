import type { CommandOf } from '../command.ts'
import { incidentOf } from '../board/board.ts'
import type { DomainEvent } from '../event.ts'
import { isActive } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import type { Refusal } from '../refusal.ts'
import { graver, gravityOf, moreUrgent } from '../incident/weight.ts'
import { happens, refused, withIncident, withOpen, type Ruling, type Situation } from './ruling.ts'

const activeUnits = (incident: Incident) => incident.assignments.filter(isActive).map((assignment) => assignment.unit)

/** Why this incident cannot become part of another; null when it can. */
const whyNotMerged = (incident: Incident | undefined, id: string, into: Incident): Refusal | null => {
  if (!incident) return { reason: 'unknown-incident', incident: id }
  if (incident.id === into.id) return { reason: 'merge-with-itself', incident: into.id }
  if (incident.end) {
    return {
      reason: 'incident-has-ended',
      incident: incident.id,
      how: incident.end.how,
      into: incident.end.how === 'merged' ? incident.end.into : null,
    }
  }
  const units = activeUnits(incident)
  return units.length > 0 ? { reason: 'units-still-active', incident: incident.id, units } : null
}

/** 合并: the others become part of `into`; all or none. Every caller is kept. Chains end at one open incident, so no circle can form. */
export const merge = (situation: Situation, command: CommandOf<'incidents.merge'>): Ruling =>
  withOpen(situation, command.into, (into) => {
    const ids = [...new Set(command.incidents)]
    const refusal = ids.map((id) => whyNotMerged(incidentOf(situation.board, id), id, into)).find((one) => one !== null)
    if (refusal) return refused(refusal)
    const taken = ids.map((incident): DomainEvent => ({ type: 'incident.merged', incident, into: into.id }))
    // A merged report that was worse than it looked must not be lost in a milder one.
    const parts = ids.flatMap((id) => incidentOf(situation.board, id) ?? []).map(gravityOf)
    const policeNeeded = parts.some((part) => part.policeNeeded)
    const changes = graver(into, { policeNeeded, urgency: parts.map((part) => part.urgency).reduce(moreUrgent, into.urgency) })
    return changes ? happens(...taken, { type: 'incident.amended', incident: into.id, changes, inherited: true }) : happens(...taken)
  })

export const unmerge = (situation: Situation, command: CommandOf<'incident.unmerge'>): Ruling =>
  withIncident(situation, command.incident, (incident) => {
    if (incident.end?.how !== 'merged') return refused({ reason: 'not-merged', incident: incident.id })
    const from = incident.end.into
    const parent = incidentOf(situation.board, from)
    if (parent?.end?.how === 'merged') return refused({ reason: 'unmerge-outer-first', incident: incident.id, outer: parent.id })
    return happens({ type: 'incident.unmerged', incident: incident.id, from, reason: command.reason })
  })

export const dismissDuplicate = (situation: Situation, command: CommandOf<'duplicate.dismiss'>): Ruling =>
  withOpen(situation, command.incident, (incident) =>
    incident.notDuplicateOf.includes(command.of)
      ? happens()
      : happens({ type: 'duplicate.dismissed', incident: incident.id, of: command.of }),
  )
