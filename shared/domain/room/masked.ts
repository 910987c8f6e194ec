import type { Board } from '../board/board.ts'
import type { DomainEvent, RecordedEvent } from '../event.ts'
import type { Incident } from '../incident/incident.ts'
import type { Place, Report } from '../incident/report.ts'

/** `13812345678` becomes `138****5678`; shorter numbers keep their last two digits. Null stays null. */
export const maskPhone = (phone: string | null): string | null => {
  if (phone === null) return null
  if (phone.includes('*')) return phone
  return phone.length >= 8 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
}

/** Mobile numbers, and citizen identity numbers (GB 11643: 17 digits and a check character), wherever they stand in a text. */
const identities = /(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9Xx])/g
const mobiles = /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/g

/** The text with every phone and identity number masked; same length, so that marks keep their offsets. */
export const maskText = (text: string): string =>
  text
    .replace(identities, (id) => `${id.slice(0, 6)}${'*'.repeat(8)}${id.slice(-4)}`)
    .replace(mobiles, (phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`)

export const maskReport = (report: Report): Report => ({
  ...report,
  text: maskText(report.text),
  placeText: maskText(report.placeText),
  caller: { ...report.caller, phone: maskPhone(report.caller.phone) },
})

const maskPlace = (place: Place): Place => ({ ...place, text: maskText(place.text) })

/** The incident as consoles see it: the same as folding masked events. */
export const maskIncident = (incident: Incident): Incident => ({
  ...incident,
  reports: incident.reports.map(maskReport),
  place: maskPlace(incident.place),
  assignments: incident.assignments.map((one) => (one.result === null ? one : { ...one, result: maskText(one.result) })),
  returnedBy: incident.returnedBy.map((one) => ({ ...one, reason: maskText(one.reason) })),
})

const maskDomainEvent = (event: DomainEvent): DomainEvent => {
  switch (event.type) {
    case 'incident.reported':
      return { ...event, report: maskReport(event.report), place: maskPlace(event.place) }
    case 'incident.amended':
      return event.changes.place ? { ...event, changes: { ...event.changes, place: maskPlace(event.changes.place) } } : event
    case 'incident.noted':
      return { ...event, text: maskText(event.text) }
    case 'unit.resolved':
      return { ...event, result: maskText(event.result) }
    case 'unit.returned':
    case 'unit.recalled':
      return { ...event, reason: maskText(event.reason) }
    default:
      return event
  }
}

/**
 * The event as consoles see it: numbers masked for everyone, and where it came from left out.
 *
 * Reading a number in clear is a command of its own, kept as `phone.revealed`. Masking is done once where
 * events leave the journal, so no screen can forget it.
 */
export const maskEvent = (recorded: RecordedEvent): RecordedEvent => ({ ...recorded, origin: '', event: maskDomainEvent(recorded.event) })

const maskedIncidents = new WeakMap<Incident, Incident>()

/** The board as consoles see it. Masked incidents are remembered by value, so that asking again costs little. */
export const maskBoard = (board: Board): Board => {
  const masked = (incident: Incident): Incident => {
    const known = maskedIncidents.get(incident)
    if (known) return known
    const made = maskIncident(incident)
    maskedIncidents.set(incident, made)
    return made
  }
  const shard = (incidents: Readonly<Record<string, Incident>>) =>
    Object.fromEntries(Object.entries(incidents).map(([id, incident]) => [id, masked(incident)]))
  const shards = Object.fromEntries(Object.entries(board.incidents.shards).map(([key, incidents]) => [key, shard(incidents)]))
  return { ...board, incidents: { size: board.incidents.size, shards } }
}
