import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { UpdateState } from '../../shared/contracts/update.ts'
import { aKey, fileOf, listOf, placeOf, signed } from './testing/aRelease.ts'
import { updates, type UpdateNeeds } from './updates.ts'

const { publicKey, privateKey } = aKey()
const content = Buffer.from('new'.repeat(2000))
const name = 'xiaonao-0.2.0-linux-x86_64.AppImage'
const list = listOf('0.2.0', [fileOf(name, content)])
const offered = { 'latest-linux.yml': list, 'latest-linux.yml.sig': signed(privateKey, 'latest-linux.yml', list), [name]: content }

const desk = (more: Partial<UpdateNeeds> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'updates-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const appImage = join(folder, 'xiaonao.AppImage')
  writeFileSync(appImage, 'old')
  const room = { alarms: 0, told: [] as UpdateState[], left: [] as string[] }
  const desk = updates({
    signedFor: { key: publicKey, installation: { kind: 'AppImage', list: 'latest-linux.yml', arch: 'x64' } },
    source: () => placeOf(offered),
    version: '0.1.0',
    folder: join(folder, 'update'),
    installer: { appImage, resources: '/r', run: async () => 1, openFile: async () => false },
    openAlarms: () => room.alarms,
    now: () => 1_000,
    changed: (state) => room.told.push(state),
    leave: (how) => room.left.push(how),
    say: () => {},
    ...more,
  })
  return { desk, room, installed: () => readFileSync(appImage, 'utf8'), staged: join(folder, 'update', name) }
}

test('[U13] a person looks, it is loaded, and lies ready; nothing more happens by itself', async () => {
  const { desk: it, room, installed } = desk()
  await it.look()
  expect(it.see()).toEqual({ state: 'staged', version: '0.2.0', waitsFor: 'person' })
  expect(room.told.map(({ state }) => state).filter((state, at, all) => state !== all[at - 1])).toEqual(['looking', 'loading', 'staged'])
  expect([installed(), room.left]).toEqual(['old', []])
})

test('[U14] a person says so: it is installed and the program leaves; while an alarm stands open it is not', async () => {
  const { desk: it, room, installed } = desk()
  await it.look()
  room.alarms = 1
  await it.alarmsChanged()
  await it.install()
  expect([it.see(), it.isDueAtQuit(), installed()]).toEqual([{ state: 'staged', version: '0.2.0', waitsFor: 'alarms' }, false, 'old'])
  room.alarms = 0
  await it.alarmsChanged()
  expect([it.see(), installed()]).toEqual([{ state: 'staged', version: '0.2.0', waitsFor: 'person' }, 'old'])
  await it.install()
  expect([installed() === content.toString(), room.left]).toEqual([true, ['done']])
})

test('[U14] an alarm that opens while the file is read a last time stops it', async () => {
  let asked = 0
  const { desk: it, room, installed } = desk({ openAlarms: () => (asked++ < 2 ? 0 : 1) })
  await it.look()
  await it.install()
  expect([installed(), room.left, it.see()]).toEqual(['old', [], { state: 'staged', version: '0.2.0', waitsFor: 'alarms' }])
})

test('[U14] at the end of the program an AppImage is replaced; a package that needs someone’s rights waits', async () => {
  const { desk: it, installed } = desk()
  expect(it.isDueAtQuit()).toBe(false)
  await it.look()
  expect(it.isDueAtQuit()).toBe(true)
  await it.quitting()
  expect(installed()).toBe(content.toString())
})

test('[U17] what was staged and was changed since is not installed, and is loaded anew when it is looked for again', async () => {
  const { desk: it, room, installed, staged } = desk()
  await it.look()
  chmodSync(staged, 0o700)
  writeFileSync(staged, 'evil'.repeat(1500))
  await it.install()
  expect([it.see(), installed(), room.left]).toEqual([{ state: 'refused', why: 'bad-file' }, 'old', []])
  await it.look()
  await it.install()
  expect(installed()).toBe(content.toString())
})

test('[U16] an installer that comes back leaves the old version running and the new one staged', async () => {
  const { desk: it, room } = desk({
    signedFor: { key: publicKey, installation: { kind: 'AppImage', list: 'latest-linux.yml', arch: 'x64' } },
    installer: { appImage: '/nowhere/x', resources: '', run: async () => 1, openFile: async () => false },
  })
  await it.look()
  await it.install()
  expect([it.see(), room.left]).toEqual([{ state: 'staged', version: '0.2.0', waitsFor: 'person' }, []])
})

test('[U13] without a room’s key, or not installed from a package, there are no updates; without a place to look, nothing newer', async () => {
  const off = desk({ signedFor: null })
  await off.desk.look()
  expect(off.desk.see()).toEqual({ state: 'off' })
  const nowhere = desk({ source: () => null })
  await nowhere.desk.look()
  expect(nowhere.desk.see()).toEqual({ state: 'current', lookedAt: 1_000 })
})
