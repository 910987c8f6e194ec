import type { RecordedEvent } from '../event.ts'
import type { Caller } from '../incident/report.ts'
import { maskPhone, maskText } from './maskText.ts'

/** Fields in which people write freely, and where a number may therefore stand. The same names in events and in what they are folded into. */
const freeText = new Set([
  ...['text', 'placeText', 'note', 'reason', 'result', 'matter', 'comment', 'purpose', 'outcome', 'order', 'person'],
  ...['to', 'why', 'outsideId'],
])

const maskCaller = (caller: Caller): Caller => ({ name: caller.name && maskText(caller.name), phone: maskPhone(caller.phone) })

const maskWords = (value: unknown): unknown => {
  if (typeof value === 'string') return maskText(value)
  return Array.isArray(value) ? value.map(maskWords) : maskDeep(value)
}

type ReportedIn = { readonly at: number; readonly by: string }

const maskField = (key: string, value: unknown): unknown => {
  if (freeText.has(key)) return maskWords(value)
  if (key === 'caller' && value !== null) return maskCaller(value as Caller)
  // Elsewhere `by` is an account; here it is a name that somebody wrote.
  if (key === 'reportedIn' && value !== null) return { ...(value as ReportedIn), by: maskText((value as ReportedIn).by) }
  return maskDeep(value)
}

/** The value with every number masked, whatever its shape; itself when there is nothing to mask. */
export const maskDeep = <T>(value: T): T => {
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
