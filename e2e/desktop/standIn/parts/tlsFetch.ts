import { request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { TLSSocket } from 'node:tls'
import { isTrusted, type CertificateJudge, type Judge } from './certificateJudge.ts'
import { fileFetch } from './fileFetch.ts'

const longestWay = 5

/** One request; nothing of it is sent before the connection is trusted. */
function overTls(judge: Judge, asked: Request): Promise<Response> {
  const url = new URL(asked.url)
  const headers = Object.fromEntries(asked.headers)
  const outgoing = httpsRequest(url, { method: asked.method, headers, rejectUnauthorized: false, agent: false })
  const abort = (): void => void outgoing.destroy(asked.signal.reason as Error)
  asked.signal.addEventListener('abort', abort, { once: true })

  async function go(socket: TLSSocket): Promise<void> {
    if (!(await isTrusted(judge, url.hostname, socket))) return void outgoing.destroy(new TypeError('net::ERR_CERT_INVALID'))
    if (asked.body) await pipeline(Readable.fromWeb(asked.body as ReadableStream), outgoing)
    else outgoing.end()
  }
  outgoing.once('socket', (socket: TLSSocket) => {
    socket.once('secureConnect', () => void go(socket).catch((error: Error) => outgoing.destroy(error)))
  })
  return new Promise((resolve, reject) => {
    outgoing.once('error', reject)
    outgoing.once('response', (incoming) => {
      const { statusCode: status = 200, statusMessage: statusText = '' } = incoming
      const given = new Headers()
      for (const [name, value] of Object.entries(incoming.headers)) for (const one of [value ?? []].flat()) given.append(name, one)
      const body = [204, 205, 304].includes(status) ? null : (Readable.toWeb(incoming) as unknown as BodyInit)
      resolve(new Response(body, { status, statusText, headers: given }))
    })
  })
}

async function follow(judge: Judge, asked: Request, left = longestWay): Promise<Response> {
  const response = await overTls(judge, asked)
  const to = response.headers.get('location')
  if (response.status < 300 || response.status > 399 || to === null || asked.redirect === 'manual') return response
  if (asked.redirect === 'error' || left === 0) throw new TypeError('net::ERR_UNSAFE_REDIRECT')
  const next = new Request(new URL(to, asked.url), { signal: asked.signal, headers: asked.headers })
  return next.url.startsWith('https:') ? follow(judge, next, left - 1) : fetch(next)
}

/** Electron's `net.fetch`: knows files, and asks the certificate procedure about every TLS connection when there is one. */
export function tlsFetch(judge: CertificateJudge, input: string | Request, init?: RequestInit): Promise<Response> {
  const url = input instanceof Request ? input.url : input
  if (url.startsWith('file:')) return fileFetch(url)
  const { bypassCustomProtocolHandlers: _, ...rest } = (init ?? {}) as RequestInit & { bypassCustomProtocolHandlers?: boolean }
  if (judge && url.startsWith('https:')) return follow(judge, new Request(input, rest))
  return fetch(input, { ...rest, credentials: 'omit' })
}
