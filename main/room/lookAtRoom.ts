import type { X509Certificate } from 'node:crypto'
import type { RoomLook } from '../../shared/contracts/deskRoom.ts'
import { Health } from '../../shared/contracts/health.ts'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { passIn } from '../../shared/contracts/wallLink.ts'
import { hostOf } from './hostOf.ts'
import { judgeCertificate, shownCertificate, type TrustedCertificate } from './judgeCertificate.ts'
import { serverAddress } from './serverAddress.ts'

export type RoomEyes = {
  /** Asks as pages will ask: over the workstation's proxy, with its trust. Rejects when nobody answers, or not securely. */
  readonly fetch: (url: string) => Promise<Response>
  /** The certificates that a host shows, leaf first; null when there is nobody, or no TLS. */
  readonly certificatesOf: (host: string, port: number) => Promise<readonly X509Certificate[] | null>
  readonly trusted: () => readonly TrustedCertificate[]
  readonly now: () => number
}

const unreachable: RoomLook = { ok: false, why: 'unreachable' }

const asked = async (origin: string, { fetch }: RoomEyes): Promise<RoomLook | null> => {
  let answer: Response
  try {
    answer = await fetch(`${origin}/api/health`)
  } catch {
    return null
  }
  const told = Health.safeParse(await answer.json().catch(() => null))
  if (!answer.ok || !told.success) return { ok: false, why: 'not-a-room' }
  if (told.data.protocol !== protocolVersion) return { ok: false, why: 'other-version', said: String(told.data.protocol) }
  return { ok: true, server: origin }
}

const portOf = (origin: string): number => Number(new URL(origin).port || 443)

const whyNot = async (origin: string, eyes: RoomEyes): Promise<RoomLook> => {
  if (!origin.startsWith('https:')) return unreachable
  const host = hostOf(new URL(origin))
  const sent = await eyes.certificatesOf(host, portOf(origin))
  const seen = sent && shownCertificate(sent)
  if (!sent || !seen) return unreachable
  const trusted = eyes.trusted()
  const judgement = judgeCertificate(sent, host, trusted, eyes.now())
  if (judgement === 'trusted') return unreachable
  if (judgement !== 'untrusted') return { ok: false, why: 'bad-certificate', said: judgement }
  return { ok: false, why: 'untrusted', server: origin, certificate: seen.shown, isChanged: trusted.some((one) => one.host === host) }
}

/** Whether a room of ours stands at an address that somebody typed, and if it cannot be spoken to, why. */
export const lookAtRoom = async (typed: string, eyes: RoomEyes): Promise<RoomLook> => {
  const address = serverAddress(typed)
  if (!address.ok) return { ok: false, why: address.why }
  if (passIn(typed) === null) return { ok: false, why: 'no-pass' }
  return (await asked(address.origin, eyes)) ?? (await whyNot(address.origin, eyes))
}

/**
 * What to keep when a person says that they trust the certificate with this fingerprint: read from the server once more,
 * so that nobody can put another in its place between showing and trusting. Null: it is not the one shown any more.
 */
export const trustAt = async (typed: string, fingerprint: string, eyes: RoomEyes): Promise<TrustedCertificate | null> => {
  const address = serverAddress(typed)
  if (!address.ok || !address.origin.startsWith('https:')) return null
  const host = hostOf(new URL(address.origin))
  const sent = await eyes.certificatesOf(host, portOf(address.origin))
  const seen = sent && shownCertificate(sent)
  return seen && seen.shown.fingerprint === fingerprint ? { fingerprint, pem: seen.pem, host } : null
}
