import { expect, test } from 'vitest'
import { aPlacement } from '../../shared/testing/aDesk.ts'
import { aKeeper, map, normal, queue, wall } from './testing/aKeeper.ts'

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
