import { expect, test } from 'vitest'
import { aClock } from '../testing/aClock.ts'
import { serverExit } from '../../shared/contracts/serverExit.ts'
import { localRoom, type Fall, type ServerProcess } from './localRoom.ts'

const argsAt = (port: number) => ['--port', String(port)]
const accounts = [{ id: 'admin', name: '管理员' }]

type Started = {
  readonly args: readonly string[]
  readonly tells: (message: unknown) => void
  readonly ready: (port: number) => void
  readonly says: (text: string) => void
  readonly ends: (code: number) => void
}

const aMachine = () => {
  const clock = aClock()
  const crashes: Fall[] = []
  const ups: string[] = []
  const started: Started[] = []
  const alive = new Set<object>()
  let most = 0
  const fork = (args: readonly string[]): ServerProcess => {
    const listeners = { message: (_: unknown) => {}, said: (_: string) => {}, exit: (_: number) => {} }
    const one = {
      args,
      tells: (message: unknown) => listeners.message(message),
      ready: (port: number) =>
        listeners.message({ kind: 'ready', address: `http://127.0.0.1:${port}`, accounts, password: 'once', mustChange: true }),
      says: (text: string) => listeners.said(text),
      ends: (code: number) => {
        alive.delete(one)
        listeners.exit(code)
      },
    }
    started.push(one)
    alive.add(one)
    most = Math.max(most, alive.size)
    return {
      onMessage: (listener) => void (listeners.message = listener),
      onSaid: (listener) => void (listeners.said = listener),
      onExit: (listener) => void (listeners.exit = listener),
      stop: () => {},
    }
  }
  const room = localRoom({
    fork,
    after: clock.after,
    now: clock.now,
    onUp: ({ server }) => ups.push(server),
    onFall: (fall) => crashes.push(fall),
  })
  return { room, clock, started, crashes, ups, most: () => most }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('[E4] the server is started once, and whoever begins again is answered the same', async () => {
  const { room, started } = aMachine()
  const first = room.begin(8135, argsAt)
  const second = room.begin(8135, argsAt)
  started[0]?.ready(8135)
  expect(await first).toEqual({ ok: true, server: 'http://127.0.0.1:8135', accounts, password: 'once', mustChange: true })
  expect(await second).toEqual(await first)
  expect(started).toHaveLength(1)
})

test('[E5] a server that cannot start says why, and can be begun again', async () => {
  const { room, started, clock } = aMachine()
  const begun = room.begin(8135, argsAt)
  started[0]?.says('starting\n')
  started[0]?.says('Error: port 8135 is taken\n')
  started[0]?.ends(1)
  expect(await begun).toEqual({ ok: false, why: 'cannot-start', said: 'starting\nError: port 8135 is taken', isPortTaken: false })
  clock.pass(10 * 60_000)
  expect(started).toHaveLength(1)
  const again = room.begin(0, argsAt)
  started[1]?.ready(40_123)
  expect(await again).toMatchObject({ ok: true, server: 'http://127.0.0.1:40123' })
})

test('[E5] of very much that it said, the end is kept', async () => {
  const { room, started } = aMachine()
  const begun = room.begin(8135, argsAt)
  for (let line = 0; line < 1_000; line += 1) started[0]?.says(`line ${line}\n`)
  started[0]?.ends(1)
  const answer = await begun
  expect(answer.ok || answer.said.endsWith('line 999')).toBe(true)
  expect(answer.ok || answer.said.length <= 2_000).toBe(true)
})

test('[E4] when it dies it comes again at the address that it had, ever later while it keeps dying', async () => {
  const { room, started, clock, crashes } = aMachine()
  const begun = room.begin(0, argsAt)
  started[0]?.ready(40_123)
  await begun
  const waits = [500, 2_000, 5_000, 15_000, 60_000, 60_000]
  for (const [at, wait] of waits.entries()) {
    started[at]?.ends(9)
    clock.pass(wait - 1)
    expect(started).toHaveLength(at + 1)
    clock.pass(1)
    expect(started[at + 1]?.args).toEqual(['--port', '40123'])
  }
  expect(crashes).toHaveLength(waits.length)
})

test('[E4] having stood well, its next fall is a first one', async () => {
  const { room, started, clock } = aMachine()
  void room.begin(8135, argsAt)
  started[0]?.ready(8135)
  started[0]?.ends(9)
  clock.pass(500)
  started[1]?.ends(9)
  clock.pass(2_000)
  clock.pass(5 * 60_000)
  started[2]?.ends(9)
  clock.pass(500)
  expect(started).toHaveLength(4)
})

test('[E4] stopped it stays stopped, also while it waits to come again', () => {
  const { room, started, clock, crashes } = aMachine()
  void room.begin(8135, argsAt)
  started[0]?.ready(8135)
  started[0]?.ends(9)
  room.stop()
  clock.pass(60 * 60_000)
  expect([started.length, room.isRunning()]).toEqual([1, false])
  void room.begin(8135, argsAt)
  started[1]?.ready(8135)
  room.stop()
  started[1]?.ends(0)
  clock.pass(60 * 60_000)
  expect([started.length, crashes.length]).toEqual([2, 1])
})

test('[E4] begun again while the old one still ends, the new one waits for it: never two at once', async () => {
  const { room, started, clock, crashes, most } = aMachine()
  void room.begin(8135, argsAt)
  started[0]?.ready(8135)
  room.stop()
  const again = room.begin(8135, argsAt)
  expect(started).toHaveLength(1)
  started[0]?.ends(0)
  await settled()
  expect(started).toHaveLength(2)
  started[1]?.ready(8135)
  expect(await again).toMatchObject({ ok: true })
  clock.pass(60 * 60_000)
  expect([started.length, crashes.length, most()]).toEqual([2, 0, 1])
})

test('[E5] one that is stopped before it was ready is answered as not started', async () => {
  const { room, started } = aMachine()
  const begun = room.begin(8135, argsAt)
  room.stop()
  started[0]?.ends(0)
  expect(await begun).toMatchObject({ ok: false, why: 'cannot-start' })
})

test('[Y19] that its port is taken is told by how it ended, not by its words', async () => {
  const { room, started } = aMachine()
  const begun = room.begin(8135, argsAt)
  started[0]?.ends(serverExit.portTaken)
  expect(await begun).toMatchObject({ ok: false, isPortTaken: true })
})

test('[E66] the room of an earlier day that does not start says so, and is tried again, ever later, until it does', async () => {
  const { room, started, clock, crashes, ups } = aMachine()
  const begun = room.resume(8135, argsAt)
  started[0]?.says('no town file\n')
  started[0]?.ends(1)
  expect(await begun).toMatchObject({ ok: false, said: 'no town file' })
  for (const [at, wait] of [500, 2_000, 5_000, 15_000, 60_000, 60_000].entries()) {
    clock.pass(wait - 1)
    expect(started).toHaveLength(at + 1)
    clock.pass(1)
    expect(started[at + 1]?.args).toEqual(['--port', '8135'])
    started[at + 1]?.says(`still none ${at}`)
    started[at + 1]?.ends(1)
  }
  expect(crashes.map(({ said }) => said)).toEqual(['no town file', ...[0, 1, 2, 3, 4, 5].map((at) => `still none ${at}`)])
  clock.pass(60_000)
  started.at(-1)?.ready(8135)
  expect(ups).toEqual(['http://127.0.0.1:8135'])
  expect(await room.begin(8135, argsAt)).toMatchObject({ ok: true })
})

test('[E66] no longer once it is stopped', async () => {
  const { room, started, clock } = aMachine()
  void room.resume(8135, argsAt)
  started[0]?.ends(1)
  room.stop()
  clock.pass(60 * 60_000)
  expect(started).toHaveLength(1)
  // And what is begun afterwards is a first start again, which fails at once.
  const begun = room.begin(8135, argsAt)
  started[1]?.ends(1)
  expect(await begun).toMatchObject({ ok: false })
  clock.pass(60 * 60_000)
  expect(started).toHaveLength(2)
})

test('[E66] whoever begins between two tries has one at once, and never two at a time', async () => {
  const { room, started, clock, most } = aMachine()
  void room.resume(8135, argsAt)
  started[0]?.ends(1)
  await settled()
  const begun = room.begin(8135, argsAt)
  expect(started).toHaveLength(2)
  started[1]?.ready(8135)
  expect(await begun).toMatchObject({ ok: true })
  clock.pass(60 * 60_000)
  expect([started.length, most()]).toEqual([2, 1])
})

test('[E66] what a server printed that stood is told to no log: the first password is among it', () => {
  const { room, started, crashes } = aMachine()
  void room.begin(8135, argsAt)
  started[0]?.says('password k7mq-4xwp')
  started[0]?.ready(8135)
  started[0]?.ends(9)
  expect(crashes).toEqual([{ code: 9, said: '', wasReady: true }])
})

test.each([null, 'ready', { kind: 'ready' }, { kind: 'other', address: 'http://127.0.0.1:1' }])(
  '[E4] %j is not taken for ready',
  async (words) => {
    const { room, started } = aMachine()
    const begun = room.begin(8135, argsAt)
    started[0]?.tells(words)
    started[0]?.ready(8135)
    expect(await begun).toMatchObject({ server: 'http://127.0.0.1:8135' })
  },
)
