import { expect, test } from 'vitest'
import { WindowMode } from '../../shared/contracts/layout.ts'
import { consoleOptions } from './consoleOptions.ts'

const bounds = { x: 0, y: 0, width: 1280, height: 860 }
const all = WindowMode.options.map((mode) =>
  consoleOptions({ bounds, mode, least: { width: 640, height: 400 }, title: '小脑', preload: '/dist/preload.cjs', icon: null }),
)

test('[G2] every window is sandboxed, isolated and without Node', () => {
  for (const { webPreferences } of all)
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      preload: '/dist/preload.cjs',
    })
})

test('[G3] every window has the web’s own safety on', () => {
  for (const { webPreferences } of all) {
    expect(webPreferences).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    })
    const known = ['enableBlinkFeatures', 'enableWebSQL', 'additionalArguments', 'session', 'partition', 'devTools']
    expect(known.filter((name) => name in (webPreferences ?? {}))).toEqual([])
  }
})

test('[G2] only a wall that nobody sits at is made as a kiosk', () => {
  expect(all.map(({ kiosk }) => kiosk)).toEqual(WindowMode.options.map((mode) => mode === 'kiosk'))
})

test('[E29] a window that is not made full says nothing of it, since macOS would never let one that says no become so', () => {
  expect(all.map((options) => ('fullscreen' in options ? options.fullscreen : 'unsaid'))).toEqual(
    WindowMode.options.map((mode) => (mode === 'full-screen' ? true : 'unsaid')),
  )
})
