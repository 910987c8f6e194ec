import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Server } from 'socket.io'
import { protocolVersion } from '../shared/contracts/version.ts'
import { values } from '../shared/domain/board/table.ts'
import { commandIdOf } from '../shared/domain/commandIdOf.ts'
import { AccountId, type CommandId } from '../shared/domain/ids.ts'
import { understanding } from '../server/composition/understanding.ts'
import type { OpenTown } from '../server/composition/openTown.ts'
import { benchId, enrollUnits, lengthenLimits, openIncidents, someReport, withRoom } from './benchRoom.ts'
import { cookieFor } from './breachEverything.ts'
import type { Sighting, SwarmOrder } from './consoleSwarm.ts'
import { quantile, type BenchRow } from './row.ts'
import { root } from './root.ts'

const consoles = 50
/** All of them are one person's. */
const sender = { door: 'console', account: AccountId.parse('operator1') } as const
const seconds = 10
const commandsPerSecond = 50
const reportsPerSecond = 20
/** What is told has arrived everywhere by then. */
const toldWithinMs = 1_500
/** How often a console asks that is not told; as dispatch systems do that refresh their page. */
const asksEveryMs = 3_000
const swarm = { protocol: protocolVersion, consoles, isBare: false, asksEveryMs: null } as const
const now = () => performance.timeOrigin + performance.now()

const startSwarm = (order: SwarmOrder) =>
  new Promise<Worker>((resolve, reject) => {
    const worker = new Worker(new URL('./consoleSwarm.js', import.meta.url), { workerData: order })
    worker.once('error', reject)
    worker.once('message', () => resolve(worker))
  })

const sightingsOf = (worker: Worker) =>
  new Promise<readonly Sighting[]>((resolve) => {
    worker.once('message', (told: { readonly sightings: readonly Sighting[] }) => resolve(told.sightings))
    worker.postMessage({ kind: 'report' })
  })

/** Does `act` so many times a second for the bench's span, keeping the pace whatever the answers. */
const paced = async (perSecond: number, settleMs: number, act: (n: number) => void) => {
  const begunAt = performance.now()
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const wait = begunAt + (n * 1_000) / perSecond - performance.now()
    if (wait > 0) await after(wait)
    act(n)
  }
  await after(settleMs)
}

const waitsOf = (sightings: readonly Sighting[], sentAt: ReadonlyMap<string, number>) =>
  sightings.flatMap(({ key, at }) => {
    const from = sentAt.get(key)
    return from === undefined ? [] : [at - from]
  })

/** Commands from any of the consoles, and how long each took to each of them. */
const seenByAll = async (worker: Worker, perSecond: number, settleMs = toldWithinMs) => {
  const sentAt = new Map<string, number>()
  await paced(perSecond, settleMs, (n) => {
    const id = benchId()
    sentAt.set(commandIdOf(sender, id), now())
    const command = { type: 'incident.note', incident: `E-${1001 + (n % 500)}`, text: `第 ${n} 次记录：已联系当事人。` }
    worker.postMessage({ kind: 'send', name: 'command:do', payload: { id, command }, from: n })
  })
  const waits = waitsOf(await sightingsOf(worker), sentAt)
  if (waits.length < sentAt.size * consoles) throw new Error(`Only ${waits.length} of ${sentAt.size * consoles} sightings`)
  return waits
}

/** The same message by socket.io alone: no journal, no rights, no fold. */
const bareWaits = async (perSecond: number) => {
  const http = createServer()
  const io = new Server(http)
  io.on('connection', (socket) => {
    socket.on('command:do', ({ id }: { id: CommandId }) =>
      io.emit('journal:events', [{ commandId: commandIdOf(sender, id), event: { type: 'incident.noted' } }]),
    )
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const worker = await startSwarm({ ...swarm, address: `http://127.0.0.1:${port}`, cookie: '', isBare: true })
  const waits = await seenByAll(worker, perSecond)
  worker.postMessage({ kind: 'end' })
  await io.close()
  return waits
}

const offersSeen = async (town: OpenTown, worker: Worker) => {
  const begun = new Map<string, number>()
  await paced(reportsPerSecond, toldWithinMs, (n) => {
    const at = now()
    const report = someReport(town, 100_000 + n)
    const asking = { id: benchId(), by: { kind: 'channel', channel: '110' }, origin: 'bench', mayBeOld: true } as const
    void town.bring(report, asking).then((answer) => answer.ok && begun.set(`offer:${answer.incident}`, at))
  })
  return waitsOf(await sightingsOf(worker), begun)
}

/** What the brain and the recommender need for such reports when nothing else is to be done, ms each. */
const thinkingAlone = async (town: OpenTown): Promise<readonly number[]> => {
  const { classify, locate } = await understanding(join(root, 'resources'), town.taxonomy, town.town)
  const incidents = [...values(town.desk.kept().incidents)].slice(0, reportsPerSecond * seconds)
  return incidents.map((incident, n) => {
    const report = someReport(town, 200_000 + n)
    const begunAt = performance.now()
    classify(report, { at: town.now(), sureFrom: town.desk.kept().thresholds.askBelowConfidence })
    locate(report)
    town.recommendFor(incident)
    return performance.now() - begunAt
  })
}

/** Told by socket.io alone after thinking alone: each wait of the one with one of the other. */
const oneAfterTheOther = (told: readonly number[], thought: readonly number[]) =>
  told.map((wait, n) => wait + (thought[n % thought.length] ?? Number.NaN))

type Ceiling = { readonly waits: readonly number[]; readonly means: string }

const row = (what: string, waits: readonly number[], share: number, target: number | null, ceiling: Ceiling | null): BenchRow => ({
  what,
  measured: quantile(waits, share),
  unit: 'ms',
  target,
  ceiling: ceiling && quantile(ceiling.waits, share),
  note: `${waits.length} sightings${ceiling ? `; ceiling: ${ceiling.means}` : ''}`,
})

/** What 50 consoles see, and when; they live in a thread of their own. Some 80 seconds. */
export const consolesBench = async (): Promise<BenchRow[]> => {
  const bare: Ceiling = { waits: await bareWaits(commandsPerSecond), means: 'socket.io alone' }
  const bareOffers = await bareWaits(reportsPerSecond)
  return withRoom(async ({ address }, town) => {
    await enrollUnits(town, 2_000)
    await lengthenLimits(town)
    await openIncidents(town, 500)
    const cookie = await cookieFor(address, 'operator1')
    const asking = await startSwarm({ ...swarm, address, cookie, asksEveryMs })
    const asked = await seenByAll(asking, commandsPerSecond, asksEveryMs + toldWithinMs)
    asking.postMessage({ kind: 'end' })
    const worker = await startSwarm({ ...swarm, address, cookie })
    const commands = await seenByAll(worker, commandsPerSecond)
    const offers = await offersSeen(town, worker)
    worker.postMessage({ kind: 'end' })
    const means = 'classify and recommend alone in process, then socket.io alone'
    const thinking: Ceiling = { waits: oneAfterTheOther(bareOffers, await thinkingAlone(town)), means }
    return [
      row('command → seen by each of 50 consoles, 50/s, p50', commands, 0.5, 20, bare),
      row('command → seen by each of 50 consoles, 50/s, p99', commands, 0.99, 80, bare),
      row('peer: the same by consoles that ask every 3 s, p50', asked, 0.5, null, null),
      row('peer: the same by consoles that ask every 3 s, p95', asked, 0.95, null, null),
      row('report → classified and recommended on 50 consoles, 20/s, 2,000 units, p50', offers, 0.5, 200, thinking),
      row('report → classified and recommended on 50 consoles, 20/s, 2,000 units, p99', offers, 0.99, 200, thinking),
    ]
  })
}
