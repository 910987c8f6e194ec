import { webcrypto, X509Certificate } from 'node:crypto'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Somebody who can sign: a certificate with its key. */
export type Signed = {
  readonly certificate: X509Certificate
  readonly pem: string
  readonly key: webcrypto.CryptoKey
  /** The key as a TLS server reads it. */
  readonly keyPem: string
}

type Wish = {
  readonly name: string
  /** Names and addresses that it is for. */
  readonly hosts?: readonly string[]
  readonly isAuthority?: boolean
  readonly validFrom?: number
  readonly validTo?: number
  /** Without one it signs itself. */
  readonly by?: Signed
}

const year = 365 * 24 * 60 * 60_000
let serial = 0

const isAddress = (host: string): boolean => /^[\d.]+$|:/.test(host)

/** A real certificate, made here: what judges certificates is shown no imitation. */
export const aCertificate = async ({ name, hosts = [], isAuthority = false, by, ...wish }: Wish): Promise<Signed> => {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  serial += 1
  const made = await x509.X509CertificateGenerator.create({
    serialNumber: serial.toString(16).padStart(2, '0'),
    subject: `CN=${name}`,
    issuer: by ? by.certificate.subject : `CN=${name}`,
    notBefore: new Date(wish.validFrom ?? Date.UTC(2026, 0, 1)),
    notAfter: new Date(wish.validTo ?? Date.UTC(2026, 0, 1) + 20 * year),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: by ? by.key : keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(isAuthority, undefined, true),
      ...(hosts.length > 0
        ? [new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: isAddress(value) ? 'ip' : 'dns', value })))]
        : []),
    ],
  })
  const pem = made.toString('pem')
  const keyBytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return {
    certificate: new X509Certificate(pem),
    pem,
    key: keys.privateKey,
    keyPem: `-----BEGIN PRIVATE KEY-----\n${keyBytes.replace(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`,
  }
}
