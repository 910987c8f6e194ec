import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aRunningDesk, server } from './testing/aRunningDesk.ts'
import { eventually } from '../../shared/testing/eventually.ts'

const pass = 'Ab3_-'.repeat(8) + 'xyz'
const link = `${server}/wall/#${pass}`

let config = ''
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'xiaonao-config-'))
  vi.stubEnv('XDG_CONFIG_HOME', config)
})
afterEach(() => vi.unstubAllEnvs())

const autostart = () => join(config, 'autostart/xiaonao.desktop')

/** A workstation without a room, and a server that judges passes. */
const aBeginning = async (opens: (url: string, init?: RequestInit) => Response) => {
  const desk = await aRunningDesk({ settings: { room: null } })
  const { answer } = desk.session.defaultSession
  const shown: unknown[] = []
  desk.session.defaultSession.answer = (url, init) => {
    if (!url.endsWith('/api/wall/session')) return answer(url, init)
    shown.push(init?.body)
    return Promise.resolve(opens(url, init))
  }
  return { desk, shown, begin: desk.windowOf('begin') }
}

const kept = (home: string) => JSON.parse(readFileSync(join(home, 'workstation.json'), 'utf8')) as { room: unknown; isWall: boolean }

test('[E28] a wall’s link makes the workstation that wall: a kiosk alone, now and at every start of the system', async () => {
  const { desk, shown, begin } = await aBeginning(() => Response.json({ id: 'wall-1', token: 'wall-token' }))
  expect(await desk.ask(begin, 'room:use', { address: link })).toEqual({ ok: true, server })
  await desk.ask(begin, 'room:enter', {})
  expect(shown).toEqual([JSON.stringify({ pass })])
  const wall = desk.windowOf('/wall/')
  expect([begin.isDestroyed(), desk.desktop.windows.length, wall.isKiosk(), wall.loaded]).toEqual([true, 1, true, ['app://xiaonao/wall/']])
  const home = desk.app.getPath('userData')
  expect(kept(home)).toMatchObject({ room: { kind: 'server', server }, isWall: true, startsWithSystem: true })
  if (process.platform === 'linux') expect(existsSync(autostart())).toBe(true)
  // Kept as a session is: nowhere in clear, and on no page.
  for (const file of readdirSync(home, { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && one.name !== 'wall.bin'))
    expect(readFileSync(join(file.parentPath, file.name)).toString('latin1')).not.toContain(pass)
  expect(JSON.stringify(await desk.ask(wall, 'desk:about', {}))).not.toContain(pass)
})

test('[E28] it is that wall again after a start at which no server is there, and without its pass too', async () => {
  const desk = await aRunningDesk({
    settings: { isWall: true },
    before: (electron) => (electron.session.defaultSession.answer = () => Promise.reject(new TypeError('net::ERR_CONNECTION_REFUSED'))),
  })
  expect(desk.desktop.windows.map(({ loaded }) => loaded)).toEqual([['app://xiaonao/wall/']])
})

test('[Y17] a link that is not whole, or whose pass opens nothing, keeps nothing', async () => {
  const { desk, shown, begin } = await aBeginning(() => Response.json({ error: 'revoked', field: 'pass' }, { status: 401 }))
  expect(await desk.ask(begin, 'room:look', { address: link.slice(0, -1) })).toEqual({ ok: false, why: 'no-pass' })
  expect(await desk.ask(begin, 'room:use', { address: `${server}/wall/` })).toEqual({ ok: false, why: 'no-pass' })
  expect(shown).toEqual([])
  expect(await desk.ask(begin, 'room:use', { address: link })).toEqual({ ok: false, why: 'pass-refused' })
  expect(kept(desk.app.getPath('userData')).room).toBeNull()
})

test('[Y17] a server that fell silent has not refused the pass', async () => {
  const { desk, begin } = await aBeginning(() => new Response(null, { status: 502 }))
  expect(await desk.ask(begin, 'room:use', { address: link })).toEqual({ ok: false, why: 'unreachable' })
})

test('[E28] leaving the room ends the wall: pass, start with the system, and the next room is an ordinary one', async () => {
  const { desk, begin } = await aBeginning(() => Response.json({ id: 'wall-1', token: 'wall-token' }))
  await desk.ask(begin, 'room:use', { address: link })
  await desk.ask(begin, 'room:enter', {})
  const wall = desk.windowOf('/wall/')
  desk.desktop.focused = wall
  desk.shown.menu?.choose('文件', '离开指挥室')
  await eventually(() => expect(wall.isDestroyed()).toBe(true))
  const home = desk.app.getPath('userData')
  expect(kept(home)).toMatchObject({ room: null, isWall: false, startsWithSystem: false })
  expect([existsSync(join(home, 'wall.bin')), existsSync(autostart())]).toEqual([false, false])
  const again = desk.windowOf('begin')
  await desk.ask(again, 'room:use', { address: server })
  await desk.ask(again, 'room:enter', {})
  expect(desk.desktop.windows.some((window) => window.isKiosk())).toBe(false)
})
