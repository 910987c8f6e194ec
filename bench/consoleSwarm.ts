import { parentPort, workerData } from 'node:worker_threads'
import { io, type Socket } from 'socket.io-client'

/** What the bench tells a swarm of consoles, and what it tells back. Instants are epoch ms with fractions, comparable between threads. */
export type SwarmOrder = {
  readonly address: string
  readonly cookie: string
  readonly protocol: number
  readonly consoles: number
  readonly isBare: boolean
}
export type Sighting = { readonly key: string; readonly at: number }

const port = parentPort
if (!port) throw new Error('A swarm runs as a worker')
const { address, cookie, protocol, consoles, isBare } = workerData as SwarmOrder

const at = () => performance.timeOrigin + performance.now()
let sightings: Sighting[] = []

type Told = { readonly commandId?: string; readonly event?: { readonly type: string; readonly incident?: string } }

const watch = (socket: Socket) => {
  socket.on('journal:events', (events: readonly Told[]) => {
    const seenAt = at()
    for (const { commandId } of events) if (commandId) sightings.push({ key: commandId, at: seenAt })
  })
  socket.on('recommendation:offered', ({ incident }: { incident: string }) => sightings.push({ key: `offer:${incident}`, at: at() }))
}

const open = () =>
  new Promise<Socket>((resolve, reject) => {
    const socket = io(address, { transports: ['websocket'], forceNew: true, auth: { protocol }, extraHeaders: { cookie } })
    watch(socket)
    socket.once('connect_error', reject)
    socket.once('connect', () => {
      if (isBare) return resolve(socket)
      socket.emit('journal:follow', { after: 0 }, () => resolve(socket))
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
