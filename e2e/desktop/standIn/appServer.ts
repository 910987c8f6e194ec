import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { toApp, toPage, toPagePolicy } from './appUrl.ts'

export type SchemeHandler = (request: Request) => Response | Promise<Response>

export type AppServer = {
  readonly port: number
  readonly handle: (handler: SchemeHandler | undefined) => void
  /** Answers what is posted to a path that nobody else knows. */
  readonly answerAt: (path: string, answer: (body: string) => string) => void
  readonly close: () => void
}

const translated: ReadonlySet<string> = new Set(['origin', 'referer'])

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined && name !== 'host' && name !== 'connection')
      headers.append(name, translated.has(name) ? toApp(String(value)) : String(value))
  return headers
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = 'GET' } = incoming
  const url = toApp(`http://${incoming.headers.host ?? ''}${incoming.url ?? '/'}`)
  const headers = headersOf(incoming)
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  return new Request(url, { method, headers, body: Readable.toWeb(incoming) as unknown as BodyInit, duplex: 'half' } as RequestInit)
}

function outgoing(name: string, value: string): string {
  if (/^content-security-policy/i.test(name)) return toPagePolicy(value)
  return /^(location|access-control-allow-origin)$/i.test(name) ? toPage(value) : value
}

async function answer(response: Response, out: ServerResponse): Promise<void> {
  out.statusCode = response.status
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') out.setHeader(name, outgoing(name, value))
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) out.setHeader('set-cookie', cookies)
  if (!response.body) return void out.end()
  await pipeline(Readable.fromWeb(response.body as ReadableStream), out)
}

/** Serves what `protocol.handle('app', …)` answers, on loopback, to the Chromium that takes `*.localhost` for it. */
export async function startAppServer(): Promise<AppServer> {
  let handler: SchemeHandler | undefined
  const own = new Map<string, (body: string) => string>()
  const serve = async (incoming: IncomingMessage, out: ServerResponse): Promise<void> => {
    const answerOwn = own.get(incoming.url ?? '')
    if (answerOwn) return void out.end(answerOwn(await text(incoming)))
    if (!handler) return void out.destroy()
    await answer(await handler(requestOf(incoming)), out)
  }
  const server = createServer((incoming, out) => {
    serve(incoming, out).catch((error: unknown) => {
      console.error(`The stand-in could not serve ${incoming.url ?? ''}:`, error)
      out.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  server.unref()
  return {
    port: (server.address() as AddressInfo).port,
    handle: (given) => {
      handler = given
    },
    answerAt: (path, answerOwn) => void own.set(path, answerOwn),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
