import type { CommandOf } from '../command.ts'
import { isInChina } from '../geo/point.ts'
import { IncidentId, ReportId } from '../ids.ts'
import type { Changes } from '../incident/events.ts'
import type { Incident } from '../incident/incident.ts'
import { graver, isPoliceNature, morePolice, moreUrgent } from '../incident/weight.ts'
import { kindByCode, type Kind, type Nature } from '../taxonomy/taxonomy.ts'
import { happens, personOf, refused, withIncident, withOpen, type Ruling, type Situation } from './ruling.ts'

/** A report came in: it becomes an incident of its own, whatever the brain thinks it resembles. */
export const report = ({ board, now }: Situation, command: CommandOf<'incident.report'>): Ruling => {
  const incident = IncidentId.parse(`E-${board.nextIncident}`)
  const kept = { ...command.report, id: ReportId.parse(`R-${board.nextReport}`), receivedAt: now }
  const { assessment, place, duplicates } = command
  return happens({ type: 'incident.reported', incident, report: kept, assessment, place, duplicates })
}

/** 接警: an operator takes it in hand; nobody else can until it is released. */
export const take = (situation: Situation, command: CommandOf<'incident.take'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    const person = personOf(situation.by)
    if (!person) return refused({ reason: 'no-right', command: command.type })
    if (incident.holder?.id === person.id) return happens()
    const { holder } = incident
    const mayTakeOver = person.role === 'supervisor' || person.role === 'dispatcher'
    if (holder && !mayTakeOver)
      return refused({ reason: 'taken-by-another', incident: incident.id, name: holder.name, since: holder.since })
    return happens({ type: 'incident.taken', incident: incident.id, by: person.id, name: person.name })
  })

export const release = (situation: Situation, command: CommandOf<'incident.release'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    const person = personOf(situation.by)
    if (!incident.holder || !person) return refused({ reason: 'not-yours', incident: incident.id })
    if (incident.holder.id !== person.id && person.role !== 'supervisor') return refused({ reason: 'not-yours', incident: incident.id })
    return happens({ type: 'incident.released', incident: incident.id })
  })

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const fields = ['kind', 'nature', 'urgency', 'policeNeeded', 'place'] as const

/** Only what differs from now: a field set to what it already is changes nothing. */
const realChanges = (incident: Incident, changes: Changes): Changes =>
  Object.fromEntries(
    fields.filter((field) => changes[field] !== undefined && !same(changes[field], incident[field])).map((f) => [f, changes[f]]),
  )

/** The nature of a kind on a card where police may be needed: they stay as a backstop. */
const natureOf = (kind: Kind, policeNeeded: boolean): Nature => (policeNeeded ? morePolice(kind.nature, 'joint') : kind.nature)

/**
 * A new kind brings its nature and urgency along, unless the person says otherwise in the same breath.
 *
 * What somebody raised above the old kind is not lowered by the way: only a word about it lowers it.
 */
const withKindDefaults = (situation: Situation, incident: Incident, changes: Changes): Changes => {
  const kind = changes.kind === undefined ? undefined : kindByCode(situation.taxonomy, changes.kind)
  if (!kind) return changes
  const old = kindByCode(situation.taxonomy, incident.kind)
  const nature = natureOf(kind, incident.policeNeeded)
  const followsNature = !old || incident.nature === natureOf(old, incident.policeNeeded)
  // A life at risk is what the words or a person said, not what the old kind brought.
  const followsUrgency = !old || (incident.urgency === old.urgency && !incident.critical)
  return {
    nature: followsNature ? nature : morePolice(incident.nature, nature),
    urgency: followsUrgency ? kind.urgency : moreUrgent(incident.urgency, kind.urgency),
    ...changes,
  }
}

/**
 * A police or joint matter needs police; the card never says one thing and means the other.
 *
 * Who takes the police off such a card makes it civil, unless somebody has meanwhile changed what it is.
 */
const withPolice = (incident: Incident, changes: Changes, was: Changes): Changes => {
  if (changes.nature !== undefined) return isPoliceNature(changes.nature) ? { policeNeeded: true, ...changes } : changes
  const sawNature = was.nature === undefined || was.nature === incident.nature
  return changes.policeNeeded === false && isPoliceNature(incident.nature) && sawNature ? { nature: 'civil', ...changes } : changes
}

export const amend = (situation: Situation, command: CommandOf<'incident.amend'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    const { kind, place } = command.changes
    if (place?.point && !isInChina(place.point)) return refused({ reason: 'malformed', field: 'place', problem: 'outside-china' })
    if (kind !== undefined && !kindByCode(situation.taxonomy, kind)) return refused({ reason: 'unknown-kind', kind })
    const stale = fields.find((field) => command.changes[field] !== undefined && !same(command.was[field], incident[field]))
    if (stale && !same(command.changes[stale], incident[stale]))
      return refused({ reason: 'changed-meanwhile', incident: incident.id, field: stale })
    const changes = realChanges(incident, withPolice(incident, withKindDefaults(situation, incident, command.changes), command.was))
    if (Object.keys(changes).length === 0) return happens()
    return happens({ type: 'incident.amended', incident: incident.id, changes })
  })

/** Later words make it graver of themselves, since nobody may be looking; that it is less grave is for a person to say. */
export const worsen = (situation: Situation, command: CommandOf<'incident.worsen'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    const changes = graver(incident, command)
    return changes ? happens({ type: 'incident.amended', incident: incident.id, changes, inherited: true }) : happens()
  })

export const classify = (situation: Situation, command: CommandOf<'incident.classify'>): Ruling =>
  withOpen(situation, command.incident, (incident) =>
    incident.classifiedAt === null ? happens({ type: 'incident.classified', incident: incident.id }) : happens(),
  )

/** A note may come after the end too: what was learnt later is kept as well. */
export const note = (situation: Situation, command: CommandOf<'incident.note'>): Ruling =>
  withIncident(situation, command.incident, (incident) => happens({ type: 'incident.noted', incident: incident.id, text: command.text }))

/** What a channel says later of its report stands beside it as a note. */
export const extend = (situation: Situation, { incident: id, text, added }: CommandOf<'report.extend'>): Ruling =>
  withIncident(situation, id, (incident) => {
    if (added && !incident.reports.some((one) => one.id === added.report))
      return refused({ reason: 'unknown-report', report: added.report })
    return happens({ type: 'incident.noted', incident: incident.id, text, ...(added && { added }) })
  })

/** Reading a number in clear is itself kept. */
export const revealPhone = (situation: Situation, command: CommandOf<'phone.reveal'>): Ruling =>
  withIncident(situation, command.incident, (incident) => {
    const { report, purpose } = command
    if (!incident.reports.some((one) => one.id === report)) return refused({ reason: 'unknown-report', report })
    return happens({ type: 'phone.revealed', incident: incident.id, report, purpose })
  })
