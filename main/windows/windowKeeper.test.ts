import { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import type { Placement } from '../../shared/contracts/layout.ts'
import { aPlacement } from '../../shared/testing/aDesk.ts'
import { aClock } from '../testing/aClock.ts'
import { freshElectron } from '../testing/electron.ts'
import type { Stand } from './stand.ts'
import { windowKeeper } from './windowKeeper.ts'

const bounds = { x: 0, y: 0, width: 1280, height: 860 }
const normal: Stand = { bounds, mode: 'normal' }
const queue = aPlacement({ id: 'queue', region: 'queue' })
const map = aPlacement({ id: 'map', region: 'map', zoom: 1.25 })
const wall = aPlacement({ id: 'wall', region: 'wall', wall: '东墙', mode: 'kiosk' })

const aKeeper = (platform: NodeJS.Platform = 'linux') => {
  const { desktop } = freshElectron()
  desktop.fillsSlowly = platform === 'darwin'
  const clock = aClock()
  const told = { opened: [] as string[], closed: [] as string[], moved: [] as string[], fewest: Infinity }
  const keeper = windowKeeper({
    platform,
    open: (options) => new BrowserWindow(options),
    optionsFor: ({ region }, { bounds, mode }) => ({
      ...bounds,
      title: region,
      kiosk: mode === 'kiosk',
      fullscreen: mode === 'full-screen',
    }),
    opened: (contents, { id }) => {
      told.opened.push(id)
      contents.once('destroyed', () => (told.fewest = Math.min(told.fewest, desktop.windows.length)))
    },
    closed: ({ id }, isLast) => told.closed.push(`${id} ${isLast ? 'last' : 'of several'}`),
    broke: () => {},
    moved: ({ id }, { mode }) => told.moved.push(`${id} ${mode}`),
    after: clock.after,
    now: clock.now,
  })
  const windowOf = (id: string) => {
    const found = keeper.windows().find(({ placement }) => placement.id === id)?.window.id
    const window = desktop.windows.find((one) => one.id === found)
    if (!window) throw new Error(`no window ${id}`)
    return window
  }
  const show = (...placements: readonly Placement[]) => {
    keeper.show(placements.map((placement) => ({ placement, stand: { bounds, mode: placement.mode } })))
  }
  const painted = () => desktop.windows.forEach((window) => window.emit('ready-to-show'))
  return { keeper, desktop, clock, told, windowOf, show, painted }
}

test('[E26] a page is told when its window is put away and when it is back, and nothing of the others', () => {
  const { show, windowOf, painted } = aKeeper()
  show(queue, map)
  painted()
  const told = (id: string) =>
    windowOf(id)
      .webContents.sent.filter(({ name }) => name === 'window:seen')
      .map(({ payload }) => payload)
  windowOf('map').minimize()
  windowOf('map').restore()
  windowOf('map').hide()
  windowOf('map').showInactive()
  expect(told('map')).toEqual([true, false, true, false, true].map((isSeen) => ({ isSeen })))
  expect(told('queue')).toEqual([{ isSeen: true }])
})

test('[E7] what is missing opens, with the page of its region, and may ask before it loads', () => {
  const { show, windowOf, told } = aKeeper()
  show(queue, map, wall)
  expect(windowOf('queue').loaded).toEqual(['app://xiaonao/?region=queue'])
  expect(windowOf('wall').loaded).toEqual([`app://xiaonao/wall/?wall=${encodeURIComponent('东墙')}`])
  expect(told.opened).toEqual(['queue', 'map', 'wall'])
})

test('[E7] all are seen once they are painted, as large as they were read, and only the first takes the keyboard', () => {
  const { show, windowOf, painted, desktop } = aKeeper()
  show(queue, map, wall)
  expect(desktop.windows.filter((window) => window.isVisible())).toEqual([])
  painted()
  expect(desktop.windows.every((window) => window.isVisible())).toBe(true)
  expect(desktop.focused?.id).toBe(windowOf('queue').id)
  expect([windowOf('queue'), windowOf('map'), windowOf('wall')].map(({ webContents }) => webContents.zoom)).toEqual([1, 1.25, 1])
})

test('[E7] another layout moves what is open, opens what is missing and closes the rest, which nobody wished to close', () => {
  const { keeper, show, windowOf, told, desktop } = aKeeper()
  show(queue, map)
  const before = windowOf('queue').id
  const elsewhere = { x: 1920, y: 0, width: 900, height: 700 }
  keeper.show([
    { placement: { ...queue, zoom: 1.5 }, stand: { bounds: elsewhere, mode: 'maximized' } },
    { placement: wall, stand: normal },
  ])
  expect([windowOf('queue').id, windowOf('queue').bounds, windowOf('queue').isMaximized()]).toEqual([before, elsewhere, true])
  expect(windowOf('queue').webContents.zoom).toBe(1.5)
  expect(desktop.windows).toHaveLength(2)
  expect(told.closed).toEqual(['map of several'])
  expect(told.moved).toEqual([])
})

test('[E7] a window that shows another region from now on loads it; else it is not loaded again', () => {
  const { show, windowOf } = aKeeper()
  show(aPlacement({ id: 'w1', region: 'queue' }))
  show(aPlacement({ id: 'w1', region: 'queue', zoom: 2 }))
  expect(windowOf('w1').loaded).toHaveLength(1)
  show(aPlacement({ id: 'w1', region: 'map' }))
  expect(windowOf('w1').loaded).toEqual(['app://xiaonao/?region=queue', 'app://xiaonao/?region=map'])
})

test('[E7] windows that show what another layout wants take its ids, even when they change places, and go on without loading', () => {
  const { keeper, show, windowOf, told } = aKeeper()
  show(aPlacement({ id: 'a', region: 'queue' }), aPlacement({ id: 'b', region: 'map' }))
  const [first, second] = [windowOf('a').id, windowOf('b').id]
  const [a, b] = [aPlacement({ id: 'b', region: 'queue' }), aPlacement({ id: 'a', region: 'map' })]
  keeper.adopt([
    { window: 'a', placement: a },
    { window: 'b', placement: b },
  ])
  show(a, b)
  expect([windowOf('b').id, windowOf('a').id]).toEqual([first, second])
  expect([windowOf('a').loaded.length, windowOf('b').loaded.length]).toEqual([1, 1])
  expect(told.closed).toEqual([])
})

test('[E7] a window whose id another one takes goes, and is not taken for the last one', () => {
  const { keeper, show, told, desktop } = aKeeper()
  show(aPlacement({ id: 'a', region: 'queue' }), aPlacement({ id: 'b', region: 'map' }))
  keeper.adopt([{ window: 'a', placement: aPlacement({ id: 'b', region: 'queue' }) }])
  expect([keeper.windows().map(({ placement }) => placement.id), desktop.windows.length, told.closed]).toEqual([['b'], 1, []])
})

test('[E7] a kiosk is made anew, and at no moment is there no window, since the system would end the program', () => {
  const { show, windowOf, told } = aKeeper()
  show({ ...queue, mode: 'kiosk' })
  const before = windowOf('queue').id
  show(queue)
  expect(windowOf('queue').id).not.toBe(before)
  expect(windowOf('queue').isKiosk()).toBe(false)
  expect(told.closed).toEqual([])
  expect(told.fewest).toBeGreaterThan(0)
})

test('[E7] a window that fills a screen leaves it before it goes to another one, and fills that', () => {
  const { keeper, show, windowOf } = aKeeper()
  show({ ...queue, mode: 'full-screen' })
  const window = windowOf('queue')
  const steps: string[] = []
  window.on('leave-full-screen', () => steps.push('left'))
  window.on('move', () => steps.push('moved'))
  window.on('enter-full-screen', () => steps.push('filled'))
  keeper.move([{ id: 'queue', stand: { bounds: { ...bounds, x: 1920 }, mode: 'full-screen' } }])
  expect(steps).toEqual(['left', 'moved', 'filled'])
  steps.length = 0
  keeper.move([{ id: 'queue', stand: { bounds: { ...bounds, x: 1920 }, mode: 'full-screen' } }])
  expect(steps).toEqual([])
})

const elsewhere = { ...bounds, x: 1920 }

test.each(['full-screen', 'kiosk'] as const)('[E29] a window in %s on macOS leaves it once, goes over, and fills that display', (mode) => {
  const { keeper, show, windowOf, told, clock } = aKeeper('darwin')
  show({ ...queue, mode })
  const window = windowOf('queue')
  clock.pass(5_000)
  keeper.move([{ id: 'queue', stand: { bounds: elsewhere, mode } }])
  expect([window.bounds, window.transitions, keeper.standOf('queue')]).toEqual([bounds, [false], { bounds: elsewhere, mode }])
  clock.pass(700)
  window.emit('resize')
  window.endTransition()
  expect([window.bounds, window.transitions]).toEqual([elsewhere, [true]])
  clock.pass(700)
  window.endTransition()
  expect([window.isFullScreen(), window.isKiosk(), told.moved]).toEqual([true, mode === 'kiosk', []])
})

test('[E29] where a window on macOS is to go while it still leaves, the last word counts', () => {
  const { keeper, show, windowOf } = aKeeper('darwin')
  show({ ...queue, mode: 'full-screen' })
  const window = windowOf('queue')
  keeper.move([{ id: 'queue', stand: { bounds: elsewhere, mode: 'full-screen' } }])
  keeper.move([{ id: 'queue', stand: { bounds: { ...elsewhere, y: 40 }, mode: 'normal' } }])
  expect(window.transitions).toEqual([false])
  window.endTransition()
  expect([window.bounds, window.transitions, keeper.standOf('queue')?.mode]).toEqual([{ ...elsewhere, y: 40 }, [], 'normal'])
})

test('[E8] what the program moves is nobody’s wish, however late the system tells of it; what a person moves is', () => {
  const { keeper, show, windowOf, told, clock } = aKeeper()
  show(queue)
  clock.pass(400)
  keeper.move([{ id: 'queue', stand: { bounds: { ...bounds, x: 50 }, mode: 'normal' } }])
  clock.pass(60_000)
  windowOf('queue').emit('move')
  windowOf('queue').emit('resize')
  expect(told.moved).toEqual([])
  windowOf('queue').setBounds({ x: 70 })
  windowOf('queue').setBounds({ width: 900 })
  windowOf('queue').maximize()
  expect(told.moved).toEqual(['queue normal', 'queue normal', 'queue maximized'])
})

test('[E8] a window that a person drags off and back again was dragged back', () => {
  const { show, windowOf, told, clock } = aKeeper()
  show(queue)
  clock.pass(600)
  windowOf('queue').setBounds({ x: 70 })
  windowOf('queue').setBounds({ x: bounds.x })
  expect(told.moved).toEqual(['queue normal', 'queue normal'])
})

test('[E8] where the window manager puts a window that it has just been given is nobody’s wish, though it says so again later', () => {
  const { show, windowOf, painted, told, clock } = aKeeper()
  show(queue)
  clock.pass(20_000)
  painted()
  windowOf('queue').setBounds({ y: 28 })
  clock.pass(60_000)
  windowOf('queue').emit('move')
  expect(told.moved).toEqual([])
})

test('a window that a person closes is forgotten, and the last one is said to be the last', () => {
  const { keeper, show, windowOf, told } = aKeeper()
  show(queue, map)
  windowOf('queue').close()
  windowOf('map').close()
  expect(told.closed).toEqual(['queue of several', 'map last'])
  expect(keeper.windows()).toEqual([])
})

test('news goes to every open window, or to those that are meant', () => {
  const { keeper, show, windowOf } = aKeeper()
  show(queue, map)
  keeper.tell('session:changed', {})
  keeper.tell('report:next', {}, ({ region }) => region === 'queue')
  expect(windowOf('queue').webContents.sent).toEqual([
    { name: 'session:changed', payload: {} },
    { name: 'report:next', payload: {} },
  ])
  expect(windowOf('map').webContents.sent).toEqual([{ name: 'session:changed', payload: {} }])
})
