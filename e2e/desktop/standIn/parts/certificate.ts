import { X509Certificate, createHash } from 'node:crypto'
import type { DetailedPeerCertificate } from 'node:tls'
import type { Certificate } from 'electron'

type Fields = 'data' | 'fingerprint' | 'issuerName' | 'subjectName' | 'serialNumber' | 'validStart' | 'validExpiry'

/** A certificate as Electron shows it, with those above it as far as the server sent them. */
export type OfferedCertificate = Pick<Certificate, Fields> & { readonly issuerCert?: OfferedCertificate }

const commonName = (names: string): string => /CN=([^\n]*)/.exec(names)?.[1] ?? names
const seconds = (date: string): number => Math.floor(Date.parse(date) / 1000)

export function offeredCertificate({ raw, issuerCertificate }: DetailedPeerCertificate): OfferedCertificate {
  const read = new X509Certificate(raw)
  // Node lets the last one be its own issuer.
  const isLast = !issuerCertificate?.raw || issuerCertificate.raw.equals(raw)
  return {
    data: read.toString(),
    fingerprint: `sha256/${createHash('sha256').update(raw).digest('base64')}`,
    issuerName: commonName(read.issuer),
    subjectName: commonName(read.subject),
    serialNumber: read.serialNumber,
    validStart: seconds(read.validFrom),
    validExpiry: seconds(read.validTo),
    ...(isLast ? {} : { issuerCert: offeredCertificate(issuerCertificate) }),
  }
}
