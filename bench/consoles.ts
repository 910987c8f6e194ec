import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Server } from 'socket.io'
import { protocolVersion } from '../shared/contracts/version.ts'
import { commandIdOf } from '../shared/domain/commandIdOf.ts'
import { AccountId } from '../shared/domain/ids.ts'
import type { RunningServer } from '../server/server.ts'
import type { OpenTown } from '../server/composition/openTown.ts'
import { benchId, benchPassword, enrollUnits, openIncidents, someReport, withRoom } from './benchRoom.ts'
import type { Sighting, SwarmOrder } from './consoleSwarm.ts'
import { printRows, quantile, type BenchRow } from './row.ts'

const consoles = 50
/** All of them are one person's. */
const swarm = { door: 'console', account: AccountId.parse('operator1') } as const
const seconds = 10
const now = () => performance.timeOrigin + performance.now()

/** Node 20 hands its loaders to the main thread only; a worker registers tsx itself. */
const inTypeScript = (file: URL) => `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(file.href)})))`

const startSwarm = (order: SwarmOrder) =>
  new Promise<Worker>((resolve, reject) => {
    const worker = new Worker(inTypeScript(new URL('./consoleSwarm.ts', import.meta.url)), { eval: true, workerData: order })
    worker.once('error', reject)
    worker.once('message', () => resolve(worker))
  })

const sightingsOf = (worker: Worker) =>
  new Promise<readonly Sighting[]>((resolve) => {
    worker.once('message', (told: { readonly sightings: readonly Sighting[] }) => resolve(told.sightings))
    worker.postMessage({ kind: 'report' })
  })

const cookieFor = async ({ address }: RunningServer, account: string): Promise<string> => {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-xiaonao': '1' },
    body: JSON.stringify({ account, password: benchPassword }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Does `act` so many times a second for the bench's span, keeping the pace whatever the answers. */
const paced = async (perSecond: number, act: (n: number) => void) => {
  const begunAt = performance.now()
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const wait = begunAt + (n * 1_000) / perSecond - performance.now()
    if (wait > 0) await after(wait)
    act(n)
  }
  await after(1_500)
}

const waitsOf = (sightings: readonly Sighting[], sentAt: ReadonlyMap<string, number>) =>
  sightings.flatMap(({ key, at }) => {
    const from = sentAt.get(key)
    return from === undefined ? [] : [at - from]
  })

const seenByAll = async (worker: Worker) => {
  const sentAt = new Map<string, number>()
  await paced(50, (n) => {
    const id = benchId()
    sentAt.set(commandIdOf(swarm, id), now())
    const command = { type: 'incident.note', incident: `E-${1001 + (n % 500)}`, text: `第 ${n} 次记录：已联系当事人。` }
    worker.postMessage({ kind: 'send', name: 'command:do', payload: { id, command }, from: n })
  })
  const waits = waitsOf(await sightingsOf(worker), sentAt)
  if (waits.length < sentAt.size * consoles) throw new Error(`Only ${waits.length} of ${sentAt.size * consoles} sightings`)
  return waits
}

/** The same message by socket.io alone: no journal, no rights, no fold. */
const bareWaits = async () => {
  const http = createServer()
  const io = new Server(http)
  io.on('connection', (socket) => {
    socket.on('command:do', ({ id }: { id: string }) =>
      io.emit('journal:events', [{ commandId: commandIdOf(swarm, id), event: { type: 'incident.noted' } }]),
    )
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const worker = await startSwarm({ address: `http://127.0.0.1:${port}`, cookie: '', protocol: protocolVersion, consoles, isBare: true })
  const waits = await seenByAll(worker)
  worker.postMessage({ kind: 'end' })
  await io.close()
  return waits
}

const offersSeen = async (town: OpenTown, worker: Worker) => {
  const begun = new Map<string, number>()
  await paced(20, (n) => {
    const at = now()
    const report = someReport(town, 100_000 + n)
    const asking = { id: benchId(), by: { kind: 'channel', channel: '110' }, origin: 'bench', mayBeOld: true } as const
    void town.bring(report, asking).then((answer) => answer.ok && begun.set(`offer:${answer.incident}`, at))
  })
  return waitsOf(await sightingsOf(worker), begun)
}

const row = (what: string, waits: readonly number[], share: number, target: number, ceiling: readonly number[] | null): BenchRow => ({
  what,
  measured: quantile(waits, share),
  unit: 'ms',
  target,
  ceiling: ceiling && quantile(ceiling, share),
  note: `${waits.length} sightings${ceiling ? '; ceiling: socket.io alone' : ''}`,
})

/** What 50 consoles see, and when; they live in a thread of their own. Some 40 seconds. */
export const consolesBench = async (): Promise<BenchRow[]> => {
  const bare = await bareWaits()
  return withRoom(async (server, town) => {
    await enrollUnits(town, 2_000)
    await openIncidents(town, 500)
    const cookie = await cookieFor(server, swarm.account)
    const worker = await startSwarm({ address: server.address, cookie, protocol: protocolVersion, consoles, isBare: false })
    const commands = await seenByAll(worker)
    const offers = await offersSeen(town, worker)
    worker.postMessage({ kind: 'end' })
    return [
      row('command → seen by each of 50 consoles, 50/s, p50', commands, 0.5, 20, bare),
      row('command → seen by each of 50 consoles, 50/s, p99', commands, 0.99, 80, bare),
      row('report → classified and recommended on 50 consoles, 20/s, 2,000 units, p50', offers, 0.5, 200, null),
      row('report → classified and recommended on 50 consoles, 20/s, 2,000 units, p99', offers, 0.99, 200, null),
    ]
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(printRows(await consolesBench()))
