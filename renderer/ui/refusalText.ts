import type { Refusal } from '../../shared/domain/refusal.ts'
import { clockTime } from './townTime.ts'
import { sayOf, type Facts } from './words.ts'
import { domainWords } from './words/domain.ts'
import { refusalFieldWords } from './words/refusalFields.ts'
import { refusalWords } from './words/refusal.ts'

const isOneOf = <K extends string>(keys: readonly K[], key: string): key is K => (keys as readonly string[]).includes(key)

/** Facts of a refusal in the words of the room: states, forces, fields and instants said, not coded. */
const told = (name: string, value: unknown, language?: string): string => {
  if (name === 'since' && typeof value === 'number') return clockTime(value)
  if (Array.isArray(value)) return value.join(language === 'en' ? ', ' : '、')
  const text = String(value ?? '')
  const common = sayOf(domainWords, language)
  const field = sayOf(refusalFieldWords, language)
  const state = `state.${text}`
  if ((name === 'state' || name === 'how') && isOneOf(domainWords.keys, state)) return common(state)
  const force = `force.${text}`
  if (name === 'force' && isOneOf(domainWords.keys, force)) return common(force)
  const page = `wall.${text}`
  if (name === 'page' && isOneOf(domainWords.keys, page)) return common(page)
  const known = `${name}.${text}`
  return isOneOf(refusalFieldWords.keys, known) ? field(known) : text
}

/** Why not, and what can be done: one sentence in the page's language, or a given one. */
export const refusalText = (refusal: Refusal, language?: string): string => {
  const { reason, ...facts } = refusal
  const said: Facts = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, told(name, value, language)]))
  return sayOf(refusalWords, language)(reason, said)
}
