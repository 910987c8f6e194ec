import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FakeElectron } from '../testing/electron.ts'
import { aRunningDesk, type RunningDesk } from './testing/aRunningDesk.ts'

const password = 'k7mq-4xwp-9hnd-c2vt'
const accounts = [{ id: 'admin1', name: '管理员' }]
const begun = { ok: true, server: 'http://127.0.0.1:8135', accounts, password, mustChange: false }

/** A machine whose server starts at once; it tells its password when it has just made its accounts. */
const serving = (isFirstStart: boolean) => (electron: FakeElectron) => {
  const { utilityProcess } = electron
  const fork = utilityProcess.fork.bind(utilityProcess)
  utilityProcess.fork = (...given) => {
    const child = fork(...given)
    const told = isFirstStart ? { accounts, password } : { accounts: [], password: null }
    setImmediate(() => child.says({ kind: 'ready', address: 'http://127.0.0.1:8135', mustChange: false, ...told }))
    return child
  }
}

const fileOf = ({ app }: Pick<FakeElectron, 'app'>) => join(app.getPath('userData'), 'accounts.bin')

/** The same machine, its program started again. */
const startedAgain = (desk: RunningDesk, isReady = true) => {
  const locked = existsSync(fileOf(desk)) ? readFileSync(fileOf(desk)) : null
  return aRunningDesk({
    settings: { room: { kind: 'this-machine', port: 8135, town: null } },
    before: (electron) => {
      serving(false)(electron)
      electron.safeStorage.isAvailable = isReady
      if (locked) writeFileSync(fileOf(electron), locked)
    },
  })
}

const firstDay = async (isReady = true) => {
  const desk = await aRunningDesk({
    settings: { room: null },
    before: (electron) => {
      serving(true)(electron)
      electron.safeStorage.isAvailable = isReady
    },
  })
  const begin = desk.windowOf('begin')
  expect(await desk.ask(begin, 'room:begun', {})).toEqual({ begun: null })
  expect(await desk.ask(begin, 'room:begin', { town: 'example' })).toEqual(begun)
  return { desk, begin }
}

test('[Y18] a first page loaded anew is told the accounts again, until a person says that they have them', async () => {
  const { desk, begin } = await firstDay()
  expect(await desk.ask(begin, 'room:begun', {})).toEqual({ begun })
  await desk.ask(begin, 'room:enter', {})
  expect(existsSync(fileOf(desk))).toBe(false)
  expect((await startedAgain(desk)).desktop.windows.map(({ loaded }) => loaded.join()).join()).not.toContain('begin')
})

test('[Y18] a program that ended before is at the accounts again, and they are in clear in no file', async () => {
  const { desk } = await firstDay()
  const home = desk.app.getPath('userData')
  for (const { name } of readdirSync(home, { withFileTypes: true }).filter((one) => one.isFile()))
    expect(readFileSync(join(home, name), 'latin1')).not.toContain(password)
  const again = await startedAgain(desk)
  expect(again.desktop.windows).toHaveLength(1)
  const begin = again.windowOf('begin')
  expect(await again.ask(begin, 'room:begun', {})).toEqual({ begun })
  await again.ask(begin, 'room:enter', {})
  expect([begin.isDestroyed(), existsSync(fileOf(again))]).toEqual([true, false])
})

test('[Y18] without a key store they end with the program, and its windows open as ever', async () => {
  const { desk, begin } = await firstDay(false)
  expect(await desk.ask(begin, 'room:begun', {})).toEqual({ begun })
  expect(existsSync(fileOf(desk))).toBe(false)
  const again = await startedAgain(desk, false)
  expect(again.desktop.windows.map(({ loaded }) => loaded.join()).join()).not.toContain('begin')
})

test('[Y18] a file that cannot be read is none, and no page but the first is told', async () => {
  const { desk } = await firstDay()
  writeFileSync(fileOf(desk), 'locked:half of it')
  const again = await startedAgain(desk)
  expect(again.desktop.windows.map(({ loaded }) => loaded.join()).join()).not.toContain('begin')
  await expect(again.ask(again.windowOf('queue'), 'room:begun', {})).rejects.toThrow('refused')
})
