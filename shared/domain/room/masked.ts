import type { Board } from '../board/board.ts'
import type { RecordedEvent } from '../event.ts'
import type { Incident } from '../incident/incident.ts'
import type { Caller } from '../incident/report.ts'

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

/** Fields in which people write freely, and where a number may therefore stand. The same names in events and in what they are folded into. */
const freeText = new Set(['text', 'placeText', 'note', 'reason', 'result', 'matter', 'comment', 'purpose', 'outcome', 'order', 'person'])

const maskField = (key: string, value: unknown): unknown => {
  if (typeof value === 'string') return freeText.has(key) ? maskText(value) : value
  if (key === 'caller' && value !== null) {
    const caller = value as Caller
    return { ...caller, phone: maskPhone(caller.phone) }
  }
  return maskDeep(value)
}

/** The value with every number masked, whatever its shape; itself when there is nothing to mask. */
const maskDeep = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const masked = value.map((one) => maskDeep<unknown>(one))
    return masked.some((one, i) => one !== value[i]) ? (masked as T) : value
  }
  const changed = Object.entries(value)
    .map(([key, one]) => [key, one, maskField(key, one)] as const)
    .filter(([, one, masked]) => one !== masked)
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed.map(([key, , masked]) => [key, masked])) }
}

/**
 * The event as consoles see it: numbers masked for everyone, and where it came from left out.
 *
 * Reading a number in clear is a command of its own, kept as `phone.revealed`. Masking is done once where
 * events leave the journal, so no screen can forget it.
 */
export const maskEvent = (recorded: RecordedEvent): RecordedEvent => ({ ...recorded, origin: '', event: maskDeep(recorded.event) })

const maskedIncidents = new WeakMap<Incident, Incident>()

/** The board as consoles see it. Masked incidents are remembered by value, so that asking again costs little. */
export const maskBoard = (board: Board): Board => {
  const masked = (incident: Incident): Incident => {
    const known = maskedIncidents.get(incident)
    if (known) return known
    const made = maskDeep(incident)
    maskedIncidents.set(incident, made)
    return made
  }
  const shard = (incidents: Readonly<Record<string, Incident>>) =>
    Object.fromEntries(Object.entries(incidents).map(([id, incident]) => [id, masked(incident)]))
  const shards = Object.fromEntries(Object.entries(board.incidents.shards).map(([key, incidents]) => [key, shard(incidents)]))
  return { ...board, shiftLog: maskDeep(board.shiftLog), incidents: { size: board.incidents.size, shards } }
}
