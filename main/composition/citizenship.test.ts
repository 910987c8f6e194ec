import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { OpenAlarm } from '../../shared/contracts/desk.ts'
import { aRow } from '../../shared/testing/aDesk.ts'
import type { FakeWindow } from '../testing/fakeWindow.ts'
import { aRunningDesk, server, type RunningDesk } from './testing/aRunningDesk.ts'

const alarm = (id: string): OpenAlarm => ({ id, title: '积水', text: '未派单', isLoud: true })
const alarmsAre = (desk: RunningDesk, window: FakeWindow, ...ids: readonly string[]) =>
  desk.ask(window, 'alarms:are', { alarms: ids.map(alarm) })

test('[E11] a second start brings the windows to the person and hands over its link', async () => {
  const desk = await aRunningDesk()
  const queue = desk.windowOf('queue')
  await alarmsAre(desk, queue)
  queue.minimize()
  desk.nobodyLooks()
  desk.app.emit('second-instance', {}, ['/opt/xiaonao', '--no-sandbox', 'xiaonao://incident/E-1042'])
  expect([queue.isMinimized(), desk.desktop.focused?.id]).toEqual([false, queue.id])
  expect(desk.heard(queue, 'incident:show')).toEqual([{ incident: 'E-1042' }])
})

test('[E14] a link that the program was started with waits for a console with its board, and one console shows it', async () => {
  const desk = await aRunningDesk({ args: ['xiaonao://incident/E-7'] })
  const [queue, map] = [desk.windowOf('queue'), desk.windowOf('map')]
  await alarmsAre(desk, map)
  expect(desk.heard(map, 'incident:show')).toEqual([])
  await alarmsAre(desk, queue)
  await alarmsAre(desk, queue)
  expect(desk.heard(queue, 'incident:show')).toEqual([{ incident: 'E-7' }])
})

test('[E14] a page that is loaded again has no board until it says so', async () => {
  const desk = await aRunningDesk()
  const queue = desk.windowOf('queue')
  await alarmsAre(desk, queue)
  queue.webContents.emit('did-navigate')
  let isTaken = false
  desk.app.emit('open-url', { preventDefault: () => (isTaken = true) }, 'xiaonao://incident/E-8')
  expect([isTaken, desk.heard(queue, 'incident:show')]).toEqual([true, []])
  await alarmsAre(desk, queue)
  expect(desk.heard(queue, 'incident:show')).toEqual([{ incident: 'E-8' }])
})

test('[E14] a packaged program is what the system asks for such links', async () => {
  expect((await aRunningDesk()).app.protocols).toEqual(['xiaonao'])
})

test('[E15, E16] an alarm that two windows speak of is one note and one number, and both end with it', async () => {
  const desk = await aRunningDesk()
  const [queue, map] = [desk.windowOf('queue'), desk.windowOf('map')]
  desk.nobodyLooks()
  await alarmsAre(desk, queue, 'a')
  await alarmsAre(desk, map, 'a')
  const [note] = desk.shown.notifications
  expect(desk.shown.notifications).toHaveLength(1)
  expect([note?.options.title, note?.options.silent, note?.isShown]).toEqual(['积水', false, true])
  expect([desk.app.badges.at(-1), queue.flashes, map.flashes]).toEqual([1, [true], [true]])
  expect(desk.shown.trays[0]?.tip).toBe('小脑：1 条告警未确认')
  note?.emit('click')
  desk.app.emit('browser-window-focus')
  desk.clock.pass(300)
  expect([desk.desktop.focused?.id, queue.flashes]).toEqual([queue.id, [true, false]])
  await alarmsAre(desk, queue)
  map.close()
  expect([note?.isShown, desk.app.badges.at(-1)]).toEqual([false, 0])
})

test('[E15] the note of many still leads to the console after more came, and goes with the last of its alarms', async () => {
  const desk = await aRunningDesk()
  desk.nobodyLooks()
  const queue = desk.windowOf('queue')
  await alarmsAre(desk, queue, '1', '2', '3', '4')
  await alarmsAre(desk, queue, '4', '5')
  const [ofMany, later] = desk.shown.notifications
  expect([ofMany?.isShown, later?.isShown]).toEqual([true, true])
  ofMany?.emit('click')
  expect(desk.desktop.focused?.id).toBe(queue.id)
  await alarmsAre(desk, queue, '5')
  expect([ofMany?.isShown, later?.isShown]).toEqual([false, true])
})

test('[E15] where the system shows no notes, the rest goes on', async () => {
  const desk = await aRunningDesk({ before: (electron) => (electron.shown.canNotify = false) })
  desk.nobodyLooks()
  await alarmsAre(desk, desk.windowOf('queue'), 'a')
  expect([desk.shown.notifications.length, desk.app.badges.at(-1)]).toEqual([0, 1])
})

test('[E17] the key brings the console for reports and tells it alone', async () => {
  const desk = await aRunningDesk({ settings: { hotKey: 'F9' } })
  const [queue, map] = [desk.windowOf('queue'), desk.windowOf('map')]
  desk.nobodyLooks()
  desk.globalShortcut.keys.get('F9')?.()
  expect([desk.heard(queue, 'report:next'), desk.heard(map, 'report:next'), desk.desktop.focused?.id]).toEqual([[{}], [], queue.id])
  desk.app.emit('will-quit')
  expect(desk.globalShortcut.keys.size).toBe(0)
})

test('[E17] a key that another program has is said to be missing', async () => {
  const desk = await aRunningDesk({ settings: { hotKey: 'F9' }, before: (electron) => (electron.globalShortcut.taken = ['F9']) })
  expect(await desk.ask(desk.windowOf('map'), 'desk:about', {})).toMatchObject({ settings: { hotKey: 'F9', hasHotKey: false } })
})

test('[E18] the displays stay on while the room is on them, and not for the first page', async () => {
  const desk = await aRunningDesk()
  expect(desk.powerSaveBlocker.running.size).toBe(1)
  await desk.ask(desk.windowOf('queue'), 'room:leave', {})
  expect(desk.powerSaveBlocker.running.size).toBe(0)
})

test('[E19] every console is told of an absence', async () => {
  const desk = await aRunningDesk()
  desk.powerMonitor.emit('suspend')
  desk.clock.pass(60_000)
  desk.powerMonitor.emit('resume')
  for (const window of [desk.windowOf('queue'), desk.windowOf('map')]) {
    expect(desk.heard(window, 'desk:locked')).toHaveLength(1)
    expect(desk.heard(window, 'desk:unlocked')).toMatchObject([{ awayMs: 60_000 }])
  }
})

test('[E20] zoom is of the window that a person is at, and is there the next day', async () => {
  const desk = await aRunningDesk()
  const [queue, map] = [desk.windowOf('queue'), desk.windowOf('map')]
  map.focus()
  desk.shown.menu?.choose('视图', '放大')
  queue.webContents.emit('zoom-changed', {}, 'out')
  expect([queue.webContents.zoom, map.webContents.zoom]).toEqual([0.9, 1.1])
  const { current } = (await desk.ask(queue, 'layout:see', {})) as { current: readonly { region: string; zoom: number }[] }
  expect(current.map(({ region, zoom }) => [region, zoom])).toEqual([
    ['queue', 0.9],
    ['map', 1.1],
  ])
})

test('[E20, E24] what is set at one window holds at all of them, in the menu too, and after a restart', async () => {
  const desk = await aRunningDesk()
  const [queue, map] = [desk.windowOf('queue'), desk.windowOf('map')]
  const answer = await desk.ask(queue, 'desk:set', { language: 'en', hotKey: 'Ctrl+Alt+R', proxy: '10.0.0.1:3128' })
  expect(answer).toMatchObject({
    window: { region: 'queue' },
    settings: { language: 'en', hotKey: 'Ctrl+Alt+R', hasHotKey: true, proxy: '10.0.0.1:3128' },
  })
  expect(desk.heard(map, 'desk:changed')).toMatchObject([{ window: { region: 'map' }, settings: { language: 'en' } }])
  expect(desk.shown.menu?.item('View', 'Larger').label).toBe('Larger')
  expect([...desk.globalShortcut.keys.keys()]).toEqual(['Ctrl+Alt+R'])
  expect(JSON.parse(readFileSync(join(desk.app.getPath('userData'), 'workstation.json'), 'utf8'))).toMatchObject({ language: 'en' })
})

test('[E23] the proxy is used from the start, at once when it is changed, and what is none changes nothing', async () => {
  const desk = await aRunningDesk({ settings: { proxy: 'proxy.example:3128' } })
  const { proxies } = desk.session.defaultSession
  const ask = (proxy: string | null) => desk.ask(desk.windowOf('queue'), 'desk:set', { proxy })
  expect(proxies).toEqual([{ mode: 'fixed_servers', proxyRules: 'http://proxy.example:3128' }])
  expect(await ask('not a proxy')).toMatchObject({ settings: { proxy: 'proxy.example:3128' } })
  expect(await ask(null)).toMatchObject({ settings: { proxy: null } })
  expect(proxies.slice(1)).toEqual([{ mode: 'system' }])
})

test('[G20] nobody who asks for a name and a password is answered', async () => {
  const desk = await aRunningDesk()
  const answers: unknown[][] = []
  let isHeld = false
  desk.app.emit('login', { preventDefault: () => (isHeld = true) }, null, {}, { isProxy: true }, (...given: unknown[]) =>
    answers.push(given),
  )
  expect([isHeld, answers]).toEqual([true, [[]]])
})

test('[G19, E22] diagnostics and prints are filed where the person says', async () => {
  const desk = await aRunningDesk()
  desk.dialog.chosen = join(desk.app.home(), 'x.json.gz')
  expect(await desk.ask(desk.windowOf('queue'), 'diagnostics:export', {})).toEqual({ ok: true, path: desk.dialog.chosen })
  const text = gunzipSync(readFileSync(desk.dialog.chosen)).toString()
  expect(JSON.parse(text)).toMatchObject({
    settings: { room: 'server', proxy: 'system' },
    windows: [{ region: 'queue' }, { region: 'map' }],
  })
  expect(text).not.toContain(new URL(server).hostname)
  desk.dialog.chosen = join(desk.app.home(), 'x.pdf')
  expect(await desk.ask(desk.windowOf('map'), 'page:print', { as: 'pdf', name: '地图' })).toEqual({ ok: true, path: desk.dialog.chosen })
})

test('[E12] a wall that is to start with the system starts as a wall', async () => {
  const config = join((await aRunningDesk()).app.home(), 'config')
  const before = process.env['XDG_CONFIG_HOME']
  process.env['XDG_CONFIG_HOME'] = config
  try {
    const desk = await aRunningDesk({ args: ['--wall=东墙'] })
    const wall = desk.windowOf('wall')
    await expect(desk.ask(wall, 'desk:set', { startsWithSystem: true })).rejects.toThrow('refused')
    if (process.platform !== 'linux') return
    const entryOf = async (isPackaged: boolean) => {
      const begin = await aRunningDesk({
        settings: { room: null },
        args: ['--wall=东墙'],
        before: ({ app }) => (app.isPackaged = isPackaged),
      })
      await begin.ask(begin.windowOf('begin'), 'desk:set', { startsWithSystem: true })
      return { entry: readFileSync(join(config, 'autostart/xiaonao.desktop'), 'utf8'), app: begin.app.getAppPath() }
    }
    expect((await entryOf(true)).entry).toContain(`"${process.execPath}" "--wall=东墙"`)
    const { entry, app } = await entryOf(false)
    expect(entry).toContain(`"${process.execPath}" "${app}" "--wall=东墙"`)
  } finally {
    if (before === undefined) delete process.env['XDG_CONFIG_HOME']
    else process.env['XDG_CONFIG_HOME'] = before
  }
})

test('[E25] a wall stands on its screen without anybody, and waits for a screen that is still dark', async () => {
  const desk = await aRunningDesk({ args: ['--wall=东墙'], displays: [] })
  expect(desk.desktop.windows).toEqual([])
  desk.screen.displays = aRow(1) as never
  desk.screen.emit('display-added')
  desk.clock.pass(1_000)
  const wall = desk.windowOf('wall')
  expect([wall.isKiosk(), wall.loaded, desk.powerSaveBlocker.running.size]).toEqual([
    true,
    [`app://xiaonao/wall/?wall=${encodeURIComponent('东墙')}`],
    1,
  ])
})

test('[E13] a server of the command line is taken up by a workstation without a room, and by no other', async () => {
  const fresh = await aRunningDesk({ settings: { room: null }, args: ['--server=room.example:8135'] })
  expect(await fresh.ask(fresh.windowOf('queue'), 'desk:about', {})).toMatchObject({ server })
  const settled = await aRunningDesk({ args: ['--server=evil.example'] })
  expect(await settled.ask(settled.windowOf('queue'), 'desk:about', {})).toMatchObject({ server })
})
