import type { ElectronApplication } from '@playwright/test'
import type { ControlName, Controls, WindowSeen } from './standIn/controls.ts'
import { displayOf, type DisplayGiven, type OfferedDisplay } from './standIn/displays.ts'

/** What is played inside the real main process; kept on its global object, because evaluated functions share nothing else. */
type Played = { displays: OfferedDisplay[]; recorded: { what: string; given: unknown[] }[]; answers: { method: string; answer: unknown }[] }

/** Plays the machine around a real Electron: what is on its displays, who answers its dialogs, where its links go. */
export async function playMachine(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog, shell }) => {
    const played: Played = { displays: [], recorded: [], answers: [] }
    Object.assign(globalThis, { played })
    const answered = (method: string) => async (): Promise<unknown> => {
      const at = played.answers.findIndex((one) => one.method === method)
      if (at < 0) throw new Error(`Nobody was told the answer to dialog.${method}.`)
      return played.answers.splice(at, 1)[0]?.answer
    }
    Object.assign(dialog, Object.fromEntries(['showMessageBox', 'showOpenDialog', 'showSaveDialog'].map((name) => [name, answered(name)])))
    const kept =
      (what: string) =>
      async (...given: unknown[]): Promise<void> =>
        void played.recorded.push({ what, given })
    Object.assign(shell, { openExternal: kept('shell.openExternal'), showItemInFolder: kept('shell.showItemInFolder') })
  })
}

async function setDisplays(app: ElectronApplication, given: readonly DisplayGiven[]): Promise<void> {
  await app.evaluate(({ screen }, displays) => {
    const { played } = globalThis as unknown as { played: Played }
    const before = played.displays.length > 0 ? played.displays : screen.getAllDisplays()
    played.displays = [...displays]
    const overlap = (a: Electron.Rectangle, b: Electron.Rectangle): number =>
      Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
      Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))
    const matching = (wanted: Electron.Rectangle): OfferedDisplay | undefined =>
      [...played.displays].sort((a, b) => overlap(b.bounds, wanted) - overlap(a.bounds, wanted))[0]
    Object.assign(screen, {
      getAllDisplays: () => played.displays,
      getPrimaryDisplay: () => played.displays.find(({ bounds }) => bounds.x === 0 && bounds.y === 0) ?? played.displays[0],
      getDisplayMatching: matching,
      getDisplayNearestPoint: ({ x, y }: Electron.Point) => matching({ x, y, width: 1, height: 1 }),
    })
    const tell = (event: string, ...told: unknown[]): boolean => screen.emit(event as 'display-added', {}, ...told)
    for (const gone of before) if (!played.displays.some(({ id }) => id === gone.id)) tell('display-removed', gone)
    for (const display of played.displays) {
      const known = before.find(({ id }) => id === display.id)
      if (!known) tell('display-added', display)
      else if (JSON.stringify(known.bounds) !== JSON.stringify(display.bounds))
        tell('display-metrics-changed', display, ['bounds', 'workArea'])
    }
  }, given.map(displayOf))
}

const windowsOf = (app: ElectronApplication): Promise<readonly WindowSeen[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      id: window.id,
      bounds: window.getBounds(),
      url: window.webContents.getURL(),
      title: window.getTitle(),
      isVisible: window.isVisible() && !window.isMinimized(),
      isFullScreen: window.isFullScreen(),
      isKiosk: window.isKiosk(),
      isFocused: window.isFocused(),
    })),
  )

type RealControls = { readonly [Name in ControlName]?: (...given: Parameters<Controls[Name]>) => Promise<unknown> }

/** The controls that a real Electron can be given. The others need a machine that is played as a whole. */
export function realControls(app: ElectronApplication): RealControls {
  return {
    'windows.list': () => windowsOf(app),
    'window.close': (id) => app.evaluate(({ BrowserWindow }, at) => BrowserWindow.fromId(at)?.close(), id),
    'window.move': (to) => app.evaluate(({ BrowserWindow }, { id, bounds }) => BrowserWindow.fromId(id)?.setBounds(bounds), to),
    'window.focus': (id) => app.evaluate(({ BrowserWindow }, at) => BrowserWindow.fromId(at)?.focus(), id),
    'window.minimize': (id) => app.evaluate(({ BrowserWindow }, at) => BrowserWindow.fromId(at)?.minimize(), id),
    'window.restore': (id) => app.evaluate(({ BrowserWindow }, at) => BrowserWindow.fromId(at)?.restore(), id),
    'window.tell': (told) => app.evaluate(({ BrowserWindow }, { id, event }) => void BrowserWindow.fromId(id)?.emit(event), told),
    'renderer.crash': (id) => app.evaluate(({ BrowserWindow }, at) => BrowserWindow.fromId(at)?.webContents.forcefullyCrashRenderer(), id),
    'displays.set': (displays) => setDisplays(app, displays),
    'power.tell': (event) => app.evaluate(({ powerMonitor }, told) => void powerMonitor.emit(told, {}), event),
    'theme.dark': (dark) =>
      app.evaluate(({ nativeTheme }, isDark) => {
        nativeTheme.themeSource = isDark ? 'dark' : 'light'
      }, dark),
    'dialog.answer': (given) =>
      app.evaluate((_electron, one) => void (globalThis as unknown as { played: Played }).played.answers.push(one), given),
    'app.openUrl': (url) =>
      app.evaluate((electron, to) => void electron.app.emit('open-url', { preventDefault: () => undefined }, to), url),
    'app.activate': () => app.evaluate((electron) => void electron.app.emit('activate', {}, true)),
    'app.quit': () => app.evaluate((electron) => setImmediate(() => electron.app.quit())),
    recorded: () => app.evaluate(() => (globalThis as unknown as { played: Played }).played.recorded),
  }
}
