import { expect, test } from 'vitest'
import { aKeeper, bounds, queue, wall } from './testing/aKeeper.ts'

const elsewhere = { ...bounds, x: 1920 }

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

test('[E8] a window that a person makes full is full, and a kiosk is one that was made so, whatever the system calls them', () => {
  const { keeper, show, windowOf, told, clock } = aKeeper()
  show(queue, wall)
  clock.pass(600)
  windowOf('queue').setFullScreen(true)
  expect(windowOf('queue').isKiosk()).toBe(true)
  expect([told.moved, keeper.standOf('wall')?.mode]).toEqual([['queue full-screen'], 'kiosk'])
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
