import { halfWidth } from '../../shared/contracts/halfWidth.ts'
import { isLoopback } from '../../shared/contracts/isLoopback.ts'
import { hostOf } from './hostOf.ts'

/** An origin that a workstation may belong to, or why not. */
export type ServerAddress =
  { readonly ok: true; readonly origin: string } | { readonly ok: false; readonly why: 'malformed' | 'plain-http' }

const parsed = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null)

/** Without a scheme it is read with the one that it will have, since which port goes without saying follows from that. */
const urlOf = (text: string): URL | null => {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return parsed(text)
  const secure = parsed(`https://${text}`)
  return secure && isLoopback(hostOf(secure)) ? parsed(`http://${text}`) : secure
}

/**
 * The origin meant by what a person typed: `room.example`, `10.0.0.8:8135`, `https://room.example/`.
 *
 * Without a scheme it is `https`, and plain `http` on this machine alone, as the server itself insists.
 */
export const serverAddress = (typed: string): ServerAddress => {
  const text = halfWidth(typed)
  if (text === '' || /\s/.test(text)) return { ok: false, why: 'malformed' }
  const url = urlOf(text)
  if (!url) return { ok: false, why: 'malformed' }
  if (url.hostname === '' || url.username !== '' || url.password !== '') return { ok: false, why: 'malformed' }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, why: 'malformed' }
  if (url.protocol === 'http:' && !isLoopback(hostOf(url))) return { ok: false, why: 'plain-http' }
  return { ok: true, origin: url.origin }
}
