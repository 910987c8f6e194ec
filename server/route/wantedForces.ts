import { isActive } from '../../shared/domain/incident/assignment.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { isPoliceMatter } from '../../shared/domain/incident/weight.ts'
import { kindByCode, type Force, type Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { howMany } from './needs.ts'

/** A force that should go, and how many of it. */
export type Wanted = { readonly force: Force; readonly lead: boolean; readonly count: number }

/** True when the force has said that the matter is not theirs, and its word counts: police who must come cannot hand that back for all police. */
export const hasReturned = (incident: Incident, force: Force): boolean =>
  !(force === 'police' && incident.policeNeeded) && incident.returnedBy.some((one) => one.force === force)

const isCritical = (incident: Incident) => incident.critical || incident.urgency === 'critical'

/** Who leads by the kind; by the nature where the two disagree, because a person may have changed it. */
const leadOf = (incident: Incident, primary: Force | null): Force | null => {
  if (incident.nature === 'joint') return 'police'
  if (incident.nature === 'police') return primary ?? 'police'
  return primary
}

const namesOf = (incident: Incident, taxonomy: Taxonomy): readonly Force[] => {
  const kind = kindByCode(taxonomy, incident.kind)
  const primary = kind && kind.primaryForce !== 'hotline' && kind.primaryForce !== 'none' ? kind.primaryForce : null
  const supports = kind?.supportForces ?? []
  const lead = leadOf(incident, primary)
  const names = new Set<Force>(lead ? [lead] : [])
  if (primary) names.add(primary)
  if (isPoliceMatter(incident)) names.add('police')
  if (incident.nature === 'joint') names.add('grid')
  if (isCritical(incident)) for (const force of supports) names.add(force)
  // A force that gave it back is replaced by those who stand behind it, and in the end by the grid: somebody goes.
  if ([...names].every((force) => hasReturned(incident, force)) && names.size > 0) {
    for (const force of [...supports, 'grid' as const]) names.add(force)
  }
  return [...names]
}

/**
 * The forces that should go to an incident, the leading one first; none for an enquiry nobody goes to.
 *
 * The kind names its primary force and its supports; supports go at once when life is at risk. Joint
 * matters are police and grid together, police leading. Police are added wherever they are needed,
 * whatever the kind says. What is on its way already is taken off the count, but one is always proposed:
 * when a limit passes the room asks who is next.
 */
export const wantedForces = (incident: Incident, taxonomy: Taxonomy): readonly Wanted[] => {
  const names = namesOf(incident, taxonomy)
  const lead = names.find((force) => !hasReturned(incident, force)) ?? names[0]
  const urgency = isCritical(incident) ? 'critical' : incident.urgency
  const sent = (force: Force) => incident.assignments.filter((one) => one.force === force && isActive(one)).length
  return [...names]
    .sort((one, other) => Number(other === lead) - Number(one === lead))
    .map((force) => ({ force, lead: force === lead, count: Math.max(1, howMany[force][urgency] - sent(force)) }))
}
