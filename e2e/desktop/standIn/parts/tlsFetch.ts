import { X509Certificate, createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { request as httpsRequest } from 'node:https'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TLSSocket } from 'node:tls'
import { fileURLToPath } from 'node:url'
import type { Certificate, Session } from 'electron'

export type CertificateJudge = Parameters<Session['setCertificateVerifyProc']>[0]

type OfferedCertificate = Pick<
  Certificate,
  'data' | 'fingerprint' | 'issuerName' | 'subjectName' | 'serialNumber' | 'validStart' | 'validExpiry'
>

const commonName = (names: string): string => /CN=([^\n]*)/.exec(names)?.[1] ?? names
const seconds = (date: string): number => Math.floor(Date.parse(date) / 1000)

export function certificateOf(raw: Buffer): OfferedCertificate {
  const read = new X509Certificate(raw)
  return {
    data: read.toString(),
    fingerprint: `sha256/${createHash('sha256').update(raw).digest('base64')}`,
    issuerName: commonName(read.issuer),
    subjectName: commonName(read.subject),
    serialNumber: read.serialNumber,
    validStart: seconds(read.validFrom),
    validExpiry: seconds(read.validTo),
  }
}

/** Chromium's numbers for what Node says is wrong. */
const netErrors: Readonly<Record<string, readonly [string, number]>> = {
  CERT_HAS_EXPIRED: ['net::ERR_CERT_DATE_INVALID', -201],
  ERR_TLS_CERT_ALTNAME_INVALID: ['net::ERR_CERT_COMMON_NAME_INVALID', -200],
}
const unknownAuthority = ['net::ERR_CERT_AUTHORITY_INVALID', -202] as const

/** Whether this connection is trusted: asked of the main process, which may say 0 (yes), -2 (no) or -3 (as Chromium thinks). */
function isTrusted(judge: NonNullable<CertificateJudge>, hostname: string, socket: TLSSocket): Promise<boolean> {
  const { authorized, authorizationError } = socket
  const [verificationResult, errorCode] = authorized
    ? (['net::OK', 0] as const)
    : (netErrors[String(authorizationError)] ?? unknownAuthority)
  const certificate = certificateOf(socket.getPeerCertificate().raw)
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

async function overTls(judge: NonNullable<CertificateJudge>, asked: Request): Promise<Response> {
  const url = new URL(asked.url)
  const outgoing = httpsRequest(url, {
    method: asked.method,
    headers: Object.fromEntries(asked.headers),
    rejectUnauthorized: false,
    agent: false,
  })
  const abort = (): void => void outgoing.destroy(new DOMException('This operation was aborted', 'AbortError'))
  asked.signal.addEventListener('abort', abort, { once: true })
  const answered = new Promise<Response>((resolve, reject) => {
    outgoing.once('error', reject)
    outgoing.once('response', (incoming) => {
      const headers = new Headers()
      for (const [name, value] of Object.entries(incoming.headers)) for (const one of [value ?? []].flat()) headers.append(name, one)
      const hasBody = ![204, 205, 304].includes(incoming.statusCode ?? 200)
      const body = hasBody ? (Readable.toWeb(incoming) as unknown as BodyInit) : null
      resolve(new Response(body, { status: incoming.statusCode ?? 200, statusText: incoming.statusMessage ?? '', headers }))
    })
  })
  outgoing.once('socket', (socket) => {
    socket.once('secureConnect', () => {
      void isTrusted(judge, url.hostname, socket as TLSSocket).then(async (trusted) => {
        if (!trusted) return outgoing.destroy(new TypeError('net::ERR_CERT_INVALID'))
        if (asked.body) await pipeline(Readable.fromWeb(asked.body as never), outgoing).catch(() => undefined)
        else outgoing.end()
      })
    })
  })
  return answered
}

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
}

async function fromFile(url: string): Promise<Response> {
  const path = fileURLToPath(url)
  const file = await openAsBlob(path).catch(() => {
    throw new TypeError('net::ERR_FILE_NOT_FOUND')
  })
  return new Response(file.stream(), { headers: { 'content-type': mimeTypes[extname(path)] ?? 'application/octet-stream' } })
}

/** Electron's `net.fetch`: knows files, and asks the certificate procedure about every TLS connection when there is one. */
export function tlsFetch(judge: CertificateJudge, input: string | Request | URL, init?: RequestInit): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input)
  if (url.startsWith('file:')) return fromFile(url)
  const { bypassCustomProtocolHandlers: _, ...rest } = (init ?? {}) as RequestInit & { bypassCustomProtocolHandlers?: boolean }
  if (judge && url.startsWith('https:')) return overTls(judge, new Request(input, rest))
  return fetch(input, { ...rest, credentials: 'omit' })
}
