import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { TownId } from '../../shared/domain/ids.ts'
import { startServer, type Extras, type RunningServer } from '../../server/server.ts'
import { readSettings, type Settings } from '../../server/settings.ts'
import { handClock } from './handClock.ts'
import { outsideOf } from './outside.ts'
import { password } from './runningRoom.ts'

const root = join(import.meta.dirname, '../..')

/** The town that ships with the product. */
export const exampleTown = TownId.parse('sijijiang')

const settingsFor = (data: string, args: readonly string[]): Settings => {
  const always = ['--data', data, '--log-level', 'silent']
  const read = readSettings([...always, ...(args.includes('--port') ? [] : ['--port', '0']), ...args], {
    XIAONAO_EXAMPLE_PASSWORD: password,
  })
  if (!read.ok) throw new Error(read.problem)
  return read.settings
}

/** A morning on a weekday, when the example town is on shift. */
const startAt = Date.UTC(2026, 10, 23, 1)

/** The whole server in this process: a real port, a real journal in a folder of its own, and a clock moved by hand. */
export const roomInProcess = async (extras: Omit<Extras, 'time' | 'root' | 'onTrouble'> = {}) => {
  const data = await mkdtemp(join(tmpdir(), 'xiaonao-whole-'))
  const clock = handClock(startAt)
  const troubles: { readonly what: string; readonly error: unknown }[] = []
  const launch = (...args: readonly string[]) =>
    startServer(settingsFor(data, args), {
      ...extras,
      time: clock.time,
      root,
      onTrouble: (error, what) => void troubles.push({ what, error }),
    })
  let server: RunningServer = await launch()
  const sockets = new Set<Socket>()
  const town = () => [...server.towns.values()][0] as NonNullable<ReturnType<RunningServer['towns']['get']>>

  return {
    data,
    clock,
    troubles,
    town,
    address: () => server.address,
    firstAccounts: () => server.firstAccounts,
    warnings: () => server.warnings,
    outside: outsideOf(() => server.address),
    /** Lets time pass in the room; what it says to itself is on the disk before more passes. */
    pass: (ms: number) =>
      clock.pass(ms, async () => {
        await new Promise<void>((resolve) => setImmediate(resolve))
        await town().desk.idle()
      }),
    /** Every event of the town's journal. */
    events: () => town().journalEvents(0, 10_000_000),
    /** A console's socket; `auth` other than the page's own is a hostile one. */
    connect: (
      cookie: string | null,
      namespace = '',
      auth: Record<string, unknown> = { protocol: protocolVersion },
      origin?: string,
    ): Socket => {
      const headers = { extraHeaders: { ...(cookie !== null && { cookie }), ...(origin !== undefined && { origin }) } }
      const socket = io(`${server.address}${namespace}`, {
        auth,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        ...headers,
      })
      sockets.add(socket)
      return socket
    },
    stop: () => server.close(),
    /** Starts it again on the same data, with more settings if need be. */
    start: async (...args: readonly string[]) => void (server = await launch(...args)),
    restart: async () => {
      await server.close()
      server = await launch()
    },
    close: async () => {
      for (const socket of sockets) socket.disconnect()
      await server.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

export type RoomInProcess = Awaited<ReturnType<typeof roomInProcess>>
