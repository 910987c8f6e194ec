import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { Socket } from 'socket.io-client'
import { TownId } from '../shared/domain/ids.ts'
import { benchId } from './benchRoom.ts'
import { breachEverything, cookieFor, openSocket } from './breachEverything.ts'
import { growBusyTown } from './grownJournal.ts'
import type { BenchRow } from './row.ts'
import { killProcess, residentMb, startProcess, type ServerProcess } from './serverProcess.ts'

const consoles = 5
const workMs = 30_000

const openConsoles = async ({ address }: ServerProcess): Promise<readonly Socket[]> => {
  const cookie = await cookieFor(address, 'operator1')
  const sockets = Array.from({ length: consoles }, () => openSocket(address, cookie))
  for (const socket of sockets) await socket.emitWithAck('journal:follow', { after: 0 })
  return sockets
}

/** Ten commands a second and a recommendation each, as a room that works. */
const work = async (sockets: readonly Socket[]) => {
  const untilAt = performance.now() + workMs
  for (let n = 0; performance.now() < untilAt; n += 1) {
    const socket = sockets[n % sockets.length]
    const incident = `E-${1001 + ((n * 37) % 10_000)}`
    socket?.emit('command:do', { id: benchId(), command: { type: 'incident.note', incident, text: `第 ${n} 次记录` } }, () => undefined)
    socket?.emit('route:recommend', { incident }, () => undefined)
    await after(100)
  }
}

const measured = async (data: string) => {
  const server = await startProcess(data)
  const sockets = await openConsoles(server)
  await work(sockets)
  const calm = await residentMb(server)
  const alarms = await breachEverything(server.address)
  await work(sockets)
  const alarmed = await residentMb(server)
  for (const socket of sockets) socket.disconnect()
  await killProcess(server)
  return { calm, alarmed, alarms }
}

/** The server's memory with a busy town behind five consoles, beside an empty room behind as many. Needs `npm run build`. */
export const memoryBench = async (): Promise<BenchRow[]> => {
  const busy = await mkdtemp(join(tmpdir(), 'bench-busy-'))
  const empty = await mkdtemp(join(tmpdir(), 'bench-empty-'))
  try {
    await growBusyTown(busy, TownId.parse('sijijiang'), 2_000, 10_000, Date.now())
    const bare = await measured(empty)
    const full = await measured(busy)
    const what = 'server memory, 2,000 units, 10,000 open incidents'
    const note = `resident, after ${workMs / 1_000} s of work by ${consoles} consoles; ceiling: an empty room`
    const alarms = `${full.alarms.toLocaleString('en')} alarms standing`
    return [
      { what, measured: full.calm, unit: 'MB', target: 350, ceiling: bare.calm, note },
      {
        what: `${what}, ${alarms}`,
        measured: full.alarmed,
        unit: 'MB',
        target: null,
        ceiling: bare.alarmed,
        note: `${note}; every limit has passed`,
      },
    ]
  } finally {
    await rm(busy, { recursive: true })
    await rm(empty, { recursive: true })
  }
}
