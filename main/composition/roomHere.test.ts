import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serverExit } from '../../shared/contracts/serverExit.ts'
import type { FakeElectron } from '../testing/electron.ts'
import type { FakeProcess } from '../testing/fakeProcess.ts'
import { aRunningDesk, type RunningDesk } from './testing/aRunningDesk.ts'

type Act = (child: FakeProcess, nth: number) => void

const ready = (child: FakeProcess, port = 8135, told: object = { accounts: [], password: null }) =>
  child.says({ kind: 'ready', address: `http://127.0.0.1:${port}`, mustChange: false, ...told })

const fails = (child: FakeProcess, said: string, code: number = serverExit.failed) => {
  child.stderr.emit('data', Buffer.from(`${said}\n`))
  child.ends(code)
}

/** What each server does a moment after it was started. */
const serving = (act: Act) => (electron: FakeElectron) => {
  const { utilityProcess } = electron
  const fork = utilityProcess.fork.bind(utilityProcess)
  utilityProcess.fork = (...given) => {
    const child = fork(...given)
    setImmediate(() => act(child, utilityProcess.forked.length))
    return child
  }
}

const flag = (child: FakeProcess | undefined, name: string): string | undefined => child?.args[child.args.indexOf(name) + 1 || Infinity]

const room = { kind: 'this-machine', port: 8135, town: null } as const

const logOf = (desk: RunningDesk): string => {
  const logs = desk.app.getPath('logs')
  return readdirSync(logs)
    .map((name) => readFileSync(join(logs, name), 'utf8'))
    .join('')
}

const consoles = (desk: RunningDesk) => desk.desktop.windows.filter(({ loaded }) => loaded.some((url) => url.includes('region=')))

const beginning = (act: Act) => aRunningDesk({ settings: { room: null }, before: serving(act) })

const aStick = () => {
  const stick = mkdtempSync(join(tmpdir(), 'xiaonao-stick-'))
  const town = join(stick, 'our-town.json')
  writeFileSync(town, '{"id":"ours"}')
  return { stick, town }
}

test('[E66] the town’s own file is kept with the program: the stick that it came on is not needed again', async () => {
  const { stick, town } = aStick()
  const desk = await beginning((child) => ready(child))
  desk.dialog.chosen = town
  await desk.ask(desk.windowOf('begin'), 'room:begin', { town: 'own' })
  const { forked } = desk.utilityProcess
  expect(flag(forked[0], '--town')).toBe(town)
  rmSync(stick, { recursive: true })
  const home = desk.app.getPath('userData')
  const copy = join(home, 'town.json')
  expect(readFileSync(copy, 'utf8')).toBe('{"id":"ours"}')
  const kept = JSON.parse(readFileSync(join(home, 'workstation.json'), 'utf8')) as { room: unknown }
  expect(kept.room).toEqual({ ...room, town: copy })
  // It dies on the same day already.
  forked[0]?.ends(9)
  desk.clock.pass(500)
  expect(flag(forked[1], '--town')).toBe(copy)
})

test('[E66] a room of an earlier program starts with the file where that was chosen', async () => {
  const { town } = aStick()
  const desk = await aRunningDesk({ settings: { room: { ...room, town } }, before: serving((child) => ready(child)) })
  expect(flag(desk.utilityProcess.forked[0], '--town')).toBe(town)
})

test('[E66] a room that does not start on a later day has its windows, is tried again, and they are told when it is up', async () => {
  const act: Act = (child, nth) => (nth < 3 ? fails(child, `no such file ${nth}`) : ready(child))
  const desk = await aRunningDesk({ settings: { room }, before: serving(act) })
  expect(consoles(desk)).toHaveLength(2)
  const [queue] = consoles(desk)
  const again = async () => {
    desk.clock.pass(2_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const about = async () => (queue ? await desk.ask(queue, 'desk:about', {}) : null)
  expect(await about()).toMatchObject({ roomTrouble: 'no such file 1' })
  await again()
  expect(queue && desk.heard(queue, 'session:changed')).toEqual([])
  expect(queue && desk.heard(queue, 'desk:changed').at(-1)).toMatchObject({ roomTrouble: 'no such file 2' })
  await again()
  expect(await about()).toMatchObject({ roomTrouble: null })
  expect(desk.utilityProcess.forked).toHaveLength(3)
  expect(queue && desk.heard(queue, 'session:changed')).toHaveLength(1)
  for (const nth of [1, 2]) expect(logOf(desk)).toContain(`no such file ${nth}`)
})

test('[E66] windows wait some seconds for a server that says nothing, and open then', async () => {
  const desk = await aRunningDesk({
    settings: { room },
    before: (electron, clock) =>
      serving(() => {
        clock.pass(9_999)
        expect(electron.desktop.windows).toEqual([])
        clock.pass(1)
      })(electron),
  })
  expect(consoles(desk)).toHaveLength(2)
})

test('[E66] a room that is up late with accounts that nobody was told shows them', async () => {
  const told = { accounts: [{ id: 'admin', name: '管理员' }], password: 'once' }
  const desk = await aRunningDesk({
    settings: { room },
    before: serving((child, nth) => (nth < 2 ? fails(child, 'held') : ready(child, 8135, told))),
  })
  desk.clock.pass(500)
  await new Promise((resolve) => setImmediate(resolve))
  expect(await desk.ask(desk.windowOf('begin'), 'room:begun', {})).toMatchObject({ begun: { password: 'once' } })
})

test('[Y19] where the usual port is taken the room has another; a start that fails otherwise is not tried on another', async () => {
  const taken = await beginning((child, nth) => (nth === 1 ? fails(child, 'taken', serverExit.portTaken) : ready(child, 40_123)))
  expect(await taken.ask(taken.windowOf('begin'), 'room:begin', { town: 'example' })).toMatchObject({ server: 'http://127.0.0.1:40123' })
  expect(taken.utilityProcess.forked.map((child) => flag(child, '--port'))).toEqual(['8135', '0'])

  const broken = await beginning((child) => fails(child, 'disk is full'))
  expect(await broken.ask(broken.windowOf('begin'), 'room:begin', { town: 'example' })).toEqual({
    ok: false,
    why: 'cannot-start',
    said: 'disk is full',
  })
  broken.clock.pass(60 * 60_000)
  expect(broken.utilityProcess.forked).toHaveLength(1)
  expect(logOf(broken)).toContain('disk is full')
})
