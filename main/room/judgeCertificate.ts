import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { ShownCertificate } from '../../shared/contracts/deskRoom.ts'

/** A certificate that a person of this workstation read and trusted. */
export type TrustedCertificate = {
  /** SHA-256, `AB:CD:…`. */
  readonly fingerprint: string
  /** The certificate itself, so that what it signed can be checked though a server does not send it along. */
  readonly pem: string
  /** The one host that it is trusted for. */
  readonly host: string
}

const isWithin = ({ validFrom, validTo }: X509Certificate, now: number): boolean =>
  Date.parse(validFrom) <= now && now <= Date.parse(validTo)

const isNamed = (certificate: X509Certificate, host: string): boolean =>
  // Asked about the wrong one of the two, Node throws.
  (isIP(host) > 0 ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined

const signs = (authority: X509Certificate, certificate: X509Certificate): boolean =>
  authority.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey)

/** What a settings file says that it trusts; null when that cannot be read any more. */
const readPem = (pem: string): X509Certificate | null => {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}

/** From the leaf upwards as far as each is signed by the next; what does not follow is not of the chain, whatever the server sent. */
const chainOf = (sent: readonly X509Certificate[]): readonly X509Certificate[] => {
  const chain: X509Certificate[] = []
  for (const certificate of sent) {
    const below = chain.at(-1)
    if (below && !signs(certificate, below)) break
    chain.push(certificate)
  }
  return chain
}

/** What would be trusted by a person who says yes: the room's own authority where the server shows it, else this one certificate. */
export const shownCertificate = (sent: readonly X509Certificate[]): { readonly shown: ShownCertificate; readonly pem: string } | null => {
  const chain = chainOf(sent)
  const top = chain.at(-1)
  if (!top) return null
  const { fingerprint256, subject, issuer, validFrom, validTo, ca } = top
  const isAuthority = ca && chain.length > 1
  const chosen = isAuthority ? top : (chain[0] ?? top)
  return {
    pem: chosen.toString(),
    shown: isAuthority
      ? { fingerprint: fingerprint256, subject, issuer, validFrom: Date.parse(validFrom), validTo: Date.parse(validTo), isAuthority }
      : {
          fingerprint: chosen.fingerprint256,
          subject: chosen.subject,
          issuer: chosen.issuer,
          validFrom: Date.parse(chosen.validFrom),
          validTo: Date.parse(chosen.validTo),
          isAuthority: false,
        },
  }
}

export type Judgement = 'trusted' | 'untrusted' | 'ran-out' | 'other-name'

/**
 * Whether a server's certificates may be believed because a person trusts one of them: it is the trusted one itself, or
 * a chain of signatures leads from it to the trusted authority; and always within its dates and for the name that was asked for.
 */
export const judgeCertificate = (
  sent: readonly X509Certificate[],
  host: string,
  trusted: readonly TrustedCertificate[],
  now: number,
): Judgement => {
  const chain = chainOf(sent)
  const [leaf] = chain
  const top = chain.at(-1)
  if (!leaf || !top) return 'untrusted'
  if (!isNamed(leaf, host)) return 'other-name'
  if (!chain.every((certificate) => isWithin(certificate, now))) return 'ran-out'
  const isTrusted = trusted.some((one) => {
    if (one.host !== host) return false
    if (chain.some(({ fingerprint256 }) => fingerprint256 === one.fingerprint)) return true
    const authority = readPem(one.pem)
    return authority?.fingerprint256 === one.fingerprint && isWithin(authority, now) && signs(authority, top)
  })
  return isTrusted ? 'trusted' : 'untrusted'
}
