import { connect, type TLSSocket } from 'node:tls'
import type { Session } from 'electron'
import type { Session as PageSession } from '../browser/cdp.ts'
import { offeredCertificate } from './certificate.ts'

export type CertificateJudge = Parameters<Session['setCertificateVerifyProc']>[0]
export type Judge = NonNullable<CertificateJudge>

/** Chromium's words and numbers for what Node says is wrong. */
const netErrors: Readonly<Record<string, readonly [string, number]>> = {
  CERT_HAS_EXPIRED: ['net::ERR_CERT_DATE_INVALID', -201],
  ERR_TLS_CERT_ALTNAME_INVALID: ['net::ERR_CERT_COMMON_NAME_INVALID', -200],
}
const unknownAuthority = ['net::ERR_CERT_AUTHORITY_INVALID', -202] as const

/** Whether this connection is trusted: asked of the main process, which may say 0 (yes), -2 (no) or -3 (as Chromium thinks). */
export function isTrusted(judge: Judge, hostname: string, socket: TLSSocket): Promise<boolean> {
  const { authorized, authorizationError } = socket
  const reason: unknown = authorizationError
  const [verificationResult, errorCode] = authorized ? (['net::OK', 0] as const) : (netErrors[String(reason)] ?? unknownAuthority)
  const certificate = offeredCertificate(socket.getPeerCertificate(true))
  const request = {
    hostname,
    certificate,
    validatedCertificate: certificate,
    isIssuedByKnownRoot: authorized,
    verificationResult,
    errorCode,
  }
  return new Promise((resolve) => judge(request as never, (verdict) => resolve(verdict === 0 || (verdict === -3 && authorized))))
}

/** The same question about a server that somebody else speaks to: looked at over a connection of our own. */
function isServerTrusted(judge: Judge, { hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '')
    const socket = connect({ host, port: Number(port || 443), rejectUnauthorized: false }, () => {
      void isTrusted(judge, host, socket).then(resolve, () => resolve(false))
      socket.end()
    })
    socket.once('error', () => resolve(false))
  })
}

/** What a page fetches from a server that Chromium does not believe goes on if the main process believes it. */
export async function judgePage(page: PageSession, judge: () => CertificateJudge): Promise<void> {
  page.on('Security.certificateError', ({ eventId, requestURL }) => {
    const asked = judge()
    void (asked ? isServerTrusted(asked, new URL(requestURL)) : Promise.resolve(false))
      .then((trusted) => page.send('Security.handleCertificateError', { eventId, action: trusted ? 'continue' : 'cancel' }))
      .catch(() => undefined)
  })
  await page.send('Security.enable')
  await page.send('Security.setOverrideCertificateErrors', { override: true })
}
