import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { z } from 'zod'

const Body = z.object({ model: z.string(), messages: z.array(z.object({ role: z.string(), content: z.string() })), stream: z.boolean() })

/** What the model was asked, with who asked. */
export type Question = { readonly path: string; readonly authorization: string | undefined; readonly body: z.infer<typeof Body> }

/** How the model behaves once it has heard a question. */
export type Manner = (response: ServerResponse, socket: Socket) => void

const readAll = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Answers with this body, whatever it is. */
export const answers =
  (body: string, status = 200): Manner =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(body)

/** Answers as an OpenAI-compatible server does, with this content. */
export const says = (content: string): Manner => answers(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))

/** Hears, and never answers. */
export const silent: Manner = () => {}

/** Begins an answer and then says no more. */
export const stutters: Manner = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":[')

/** Talks until nobody listens any more. */
export const endless: Manner = (response, socket) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const more = () => {
    while (!socket.destroyed && response.write('x'.repeat(16 * 1024)));
  }
  response.on('drain', more)
  more()
}

export const hangsUp: Manner = (_, socket) => void socket.destroy()

export const sendsElsewhere =
  (url: string): Manner =>
  (response) =>
    void response.writeHead(307, { location: url }).end()

/** An OpenAI-compatible endpoint on this machine that a test tells how to behave; it holds no model. */
export const standInModel = async (first: Manner = silent) => {
  let manner = first
  const questions: Question[] = []
  const waiting = new Set<() => void>()
  const sockets = new Set<Socket>()
  let hungUp = 0
  const http = createServer((request, response) => {
    void readAll(request).then((text) => {
      questions.push({ path: request.url ?? '', authorization: request.headers.authorization, body: Body.parse(JSON.parse(text)) })
      waiting.forEach((tell) => tell())
      response.on('close', () => {
        if (!response.writableFinished) hungUp += 1
        waiting.forEach((tell) => tell())
      })
      manner(response, request.socket)
    })
  })
  http.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => void sockets.delete(socket))
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo

  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })

  return {
    url: `http://127.0.0.1:${port}/v1`,
    questions,
    behaves: (next: Manner) => void (manner = next),
    /** Resolves once so many questions were heard. */
    heard: (count: number) => until(() => questions.length >= count),
    /** Resolves once so many who asked have hung up before they were answered. */
    leftBy: (count: number) => until(() => hungUp >= count),
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => void http.close(() => resolve()))
    },
  }
}

export type StandInModel = Awaited<ReturnType<typeof standInModel>>
