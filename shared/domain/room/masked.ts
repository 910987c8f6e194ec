import type { RecordedEvent } from '../event.ts'
import type { Report } from '../incident/report.ts'

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

/**
 * The event as consoles see it: numbers masked for everyone.
 *
 * Reading one in clear is a command of its own, kept as `phone.revealed`. Masking is done once where
 * events leave the journal, so no screen can forget it.
 */
export const maskEvent = (recorded: RecordedEvent): RecordedEvent => {
  const { event } = recorded
  switch (event.type) {
    case 'incident.reported':
      return { ...recorded, origin: '', event: { ...event, report: maskReport(event.report), place: { ...event.place, text: maskText(event.place.text) } } }
    case 'incident.noted':
      return { ...recorded, origin: '', event: { ...event, text: maskText(event.text) } }
    case 'unit.resolved':
      return { ...recorded, origin: '', event: { ...event, result: maskText(event.result) } }
    default:
      return { ...recorded, origin: '' }
  }
}
