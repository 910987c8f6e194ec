import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { UpdateState } from '../../shared/contracts/update.ts'
import { aClock } from '../testing/aClock.ts'
import { freshElectron } from '../testing/electron.ts'
import { aKey, fileOf, listOf, signed } from '../updates/testing/aRelease.ts'
import { deskState } from './deskState.ts'
import { deskUpdates, updateAnswers } from './updateAnswers.ts'
import { eventually } from '../../shared/testing/eventually.ts'

afterEach(() => vi.unstubAllEnvs())

const list = process.arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${process.arch}.yml`
const name = 'xiaonao-0.2.0-linux.AppImage'
const { publicKey, privateKey } = aKey()

/** A desk that runs as an AppImage, and a folder in which the administrator laid the next version. */
const aDesk = ({ isPackaged = true, hasKey = true } = {}) => {
  const { app } = freshElectron()
  app.isPackaged = isPackaged
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [root, offers, appImage] = [join(folder, 'root'), join(folder, 'offers'), join(folder, 'xiaonao.AppImage')]
  for (const one of [join(root, 'resources'), offers]) mkdirSync(one, { recursive: true })
  const text = listOf('0.2.0', [fileOf(name, Buffer.from('new'))])
  writeFileSync(join(offers, list), text)
  writeFileSync(join(offers, `${list}.sig`), signed(privateKey, list, text))
  writeFileSync(join(offers, name), 'new')
  writeFileSync(appImage, 'old')
  if (hasKey) writeFileSync(join(root, 'resources/update-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  vi.stubEnv('APPIMAGE', appImage)
  const clock = aClock()
  const state = deskState(clock.now, () => {})
  state.workstation.change({ updatesFrom: offers })
  const room = { alarms: 0, told: [] as UpdateState[] }
  const kept = deskUpdates({
    state,
    root,
    resources: folder,
    server: () => null,
    openAlarms: () => room.alarms,
    now: clock.now,
    after: clock.after,
    changed: (told) => room.told.push(told),
  })
  const answers = updateAnswers(kept)
  const ask = (what: 'look' | 'install') => answers['update:do']({ what })
  const until = (is: UpdateState['state']) => eventually(() => expect(kept.see().state).toBe(is))
  return { app, room, clock, ask, until, see: () => answers['update:see'](), installed: () => readFileSync(appImage, 'utf8') }
}

describe.runIf(process.platform === 'linux')('the next version at this desk', () => {
  test('[U15] a page that asks is answered at once, and told of the rest; installed, the program starts again as the new one', async () => {
    const desk = aDesk()
    expect(desk.ask('look')).toEqual({ state: 'looking' })
    await desk.until('staged')
    expect(desk.room.told.at(-1)).toEqual(desk.see())
    desk.ask('install')
    await eventually(() => expect(desk.app.asked).toContain('quit'))
    // Its image is started as it ends [E30].
    expect([desk.installed(), desk.app.listenerCount('quit')]).toEqual(['new', 1])
  })

  test('[U15] it looks by itself some minutes after the start, and a few times a day; what it finds waits', async () => {
    const desk = aDesk()
    desk.clock.pass(10 * 60_000)
    await desk.until('staged')
    desk.clock.pass(24 * 60 * 60_000)
    expect([desk.installed(), desk.app.asked.filter((one) => one === 'quit')]).toEqual(['old', []])
  })

  test('[U14] the end of the program waits until the new one is in its place, and no longer; with an alarm open it waits for nothing', async () => {
    const desk = aDesk()
    desk.ask('look')
    await desk.until('staged')
    const quit = () => {
      const event = { isHeld: false, preventDefault: () => void (event.isHeld = true) }
      desk.app.emit('will-quit', event)
      return event.isHeld
    }
    desk.room.alarms = 1
    expect(quit()).toBe(false)
    desk.room.alarms = 0
    expect(quit()).toBe(true)
    await eventually(() => expect(desk.app.asked).toContain('exit'))
    expect([desk.installed(), desk.app.asked.includes('relaunch')]).toEqual(['new', false])
  })

  test('[U13] a program that was not packed, or was packed without a key, looks for nothing', () => {
    for (const given of [{ isPackaged: false }, { hasKey: false }]) {
      const desk = aDesk(given)
      expect([desk.ask('look'), desk.ask('install'), desk.see()]).toEqual([{ state: 'off' }, { state: 'off' }, { state: 'off' }])
    }
  })
})
