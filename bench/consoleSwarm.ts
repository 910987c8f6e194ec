import { parentPort, workerData } from 'node:worker_threads'
import { io, type Socket } from 'socket.io-client'
import { unpackBoard } from './unpackBoard.ts'

/** What the bench tells a swarm of consoles, and what it tells back. Instants are epoch ms with fractions, comparable between threads. */
export type SwarmOrder = {
  readonly address: string
  readonly cookie: string
  readonly protocol: number
  readonly consoles: number
  /** No room behind it, only socket.io: there is nothing to follow. */
  readonly isBare: boolean
  /** Null: told as it happens. Else each console asks so often, in turn, and hears nothing in between. */
  readonly asksEveryMs: number | null
}
export type Sighting = { readonly key: string; readonly at: number }

const port = parentPort
if (!port) throw new Error('A swarm runs as a worker')
const { address, cookie, protocol, consoles, isBare, asksEveryMs } = workerData as SwarmOrder

const at = () => performance.timeOrigin + performance.now()
let sightings: Sighting[] = []

type Told = { readonly commandId?: string; readonly position?: number }

const saw = (events: readonly Told[]) => {
  const seenAt = at()
  for (const { commandId } of events) if (commandId) sightings.push({ key: commandId, at: seenAt })
}

const watch = (socket: Socket) => {
  socket.on('journal:events', saw)
  socket.on('recommendation:offered', ({ incident }: { incident: string }) => sightings.push({ key: `offer:${incident}`, at: at() }))
}

type CaughtUp = { readonly events: readonly Told[]; readonly packed?: Uint8Array }

/** Asks for what is new since the last time, by the clock. */
const askByTheClock = async (socket: Socket, everyMs: number, firstAfterMs: number) => {
  const ask = async (after: number): Promise<number> => {
    const { events, packed } = (await socket.emitWithAck('journal:follow', { after })) as CaughtUp
    saw(events)
    return events.at(-1)?.position ?? (packed ? unpackBoard(packed).position : after)
  }
  let position = await ask(0)
  const again = async () => {
    position = await ask(position)
    setTimeout(() => void again(), everyMs)
  }
  setTimeout(() => void again(), firstAfterMs)
}

const open = (_: unknown, n: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = io(address, { transports: ['websocket'], forceNew: true, auth: { protocol }, extraHeaders: { cookie } })
    if (asksEveryMs === null) watch(socket)
    socket.once('connect_error', reject)
    socket.once('connect', () => {
      if (isBare) return resolve(socket)
      if (asksEveryMs === null) return socket.emit('journal:follow', { after: 0 }, () => resolve(socket))
      void askByTheClock(socket, asksEveryMs, (asksEveryMs * n) / consoles).then(() => resolve(socket), reject)
    })
  })

const sockets = await Promise.all(Array.from({ length: consoles }, open))
port.postMessage({ kind: 'ready' })

port.on('message', (order: { kind: 'send'; name: string; payload: unknown; from: number } | { kind: 'report' } | { kind: 'end' }) => {
  if (order.kind === 'send') sockets[order.from % sockets.length]?.emit(order.name, order.payload, () => undefined)
  if (order.kind === 'report') {
    port.postMessage({ kind: 'sightings', sightings })
    sightings = []
  }
  if (order.kind === 'end') for (const socket of sockets) socket.disconnect()
  if (order.kind === 'end') process.exit(0)
})
