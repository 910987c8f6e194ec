import type { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import { aClock } from '../testing/aClock.ts'
import { freshElectron } from '../testing/electron.ts'
import { mendPage } from './mendPage.ts'

const aPage = () => {
  const { BrowserWindow: Window } = freshElectron()
  const window = new Window()
  const clock = aClock()
  const broke: string[] = []
  mendPage({ window: window as unknown as BrowserWindow, after: clock.after, now: clock.now, broke: (why) => broke.push(why) })
  const { webContents: page } = window
  const reloads = () => page.asked.filter((one) => one === 'reload').length
  const crash = (reason = 'crashed') => page.emit('render-process-gone', {}, { reason, exitCode: 1 })
  const fail = (code: number, isMainFrame = true) => page.emit('did-fail-load', {}, code, 'ERR_FAILED', 'app://xiaonao/', isMainFrame)
  return { window, page, clock, broke, reloads, crash, fail }
}

test('[E6] a page that crashed comes back at once', () => {
  const { crash, clock, reloads, broke } = aPage()
  crash()
  clock.pass(0)
  expect([reloads(), broke]).toEqual([1, ['crashed']])
})

test('[E6] the more often it breaks the longer it waits, and never longer than a minute', () => {
  const { crash, clock, reloads } = aPage()
  for (const [at, wait] of [0, 1_000, 5_000, 15_000, 60_000, 60_000].entries()) {
    crash()
    if (wait > 0) clock.pass(wait - 1)
    expect(reloads()).toBe(at)
    clock.pass(wait > 0 ? 1 : 0)
    expect(reloads()).toBe(at + 1)
  }
})

test('[E6] having stood well it comes back at once again', () => {
  const { crash, clock, reloads } = aPage()
  for (let falls = 0; falls < 4; falls += 1) {
    crash()
    clock.pass(15_000)
  }
  clock.pass(2 * 60_000)
  crash()
  clock.pass(0)
  expect(reloads()).toBe(5)
})

test('[E6] a page that could not be loaded is loaded again; a frame of it, or a load that another one replaced, is not', () => {
  const { fail, clock, reloads } = aPage()
  fail(-3)
  fail(-105, false)
  clock.pass(60_000)
  expect(reloads()).toBe(0)
  fail(-6)
  clock.pass(0)
  expect(reloads()).toBe(1)
})

test('[E6] a page that hangs is ended after a while and comes back; one that only thought is let be', () => {
  const { window, page, crash, clock, reloads } = aPage()
  window.emit('unresponsive')
  clock.pass(14_999)
  window.emit('responsive')
  clock.pass(60_000)
  expect(page.asked).toEqual([])
  window.emit('unresponsive')
  clock.pass(15_000)
  expect(page.asked).toEqual(['crash'])
  crash('killed')
  clock.pass(0)
  expect(reloads()).toBe(1)
})

test('[E6] a page that went in order, or whose window is closed, does not come back', () => {
  const { window, crash, clock, reloads } = aPage()
  crash('clean-exit')
  clock.pass(60_000)
  crash()
  crash()
  window.destroy()
  clock.pass(60 * 60_000)
  expect([reloads(), clock.waiting()]).toEqual([0, 0])
})
