import { once } from 'node:events'
import { answerControls } from './answerControls.ts'
import { appFolder } from './appFolder.ts'
import { startAppServer } from './appServer.ts'
import type { Controls } from './controls.ts'
import { startEngine, type Engine } from './browser/engine.ts'
import { offer } from './offer.ts'
import { appPart } from './parts/app.ts'
import { machineClock } from './parts/clock.ts'
import { dialogPart } from './parts/dialog.ts'
import { globalShortcutPart } from './parts/globalShortcut.ts'
import { ipcMainPart } from './parts/ipcMain.ts'
import { itemAt, menuPart, menuSeen, type OfferedMenu } from './parts/menu.ts'
import { nativeImagePart } from './parts/nativeImage.ts'
import { nativeThemePart } from './parts/nativeTheme.ts'
import { netPart } from './parts/net.ts'
import { notificationPart } from './parts/notification.ts'
import { paths as pathsOf } from './parts/paths.ts'
import { powerPart } from './parts/power.ts'
import { protocolPart } from './parts/protocol.ts'
import { safeStoragePart } from './parts/safeStorage.ts'
import { screenPart } from './parts/screen.ts'
import { sessionPart } from './parts/session.ts'
import { clipboardPart, crashReporterPart, shellPart } from './parts/shell.ts'
import { trayPart } from './parts/tray.ts'
import { utilityProcessPart } from './parts/utilityProcess.ts'
import { preventable } from './preventable.ts'
import { recorder as recorderOf } from './recorder.ts'
import { standInGiven } from './standInGiven.ts'
import type { OpenWindow } from './windows/browserWindow.ts'
import { windowSeen } from './windows/windowSeen.ts'
import { windows as windowsOf } from './windows/windows.ts'

const { displays, origin } = standInGiven(process.env)
const folder = appFolder(process.argv[1] ?? '.')
const paths = pathsOf(process.argv, process.env, folder.path)
const recorder = recorderOf()
const server = startAppServer()

let running: Engine | undefined
let begin: (engine: Engine) => void
const engine = new Promise<Engine>((resolve) => (begin = resolve))

const screenHere = screenPart(displays)
const ipc = ipcMainPart()
const sessions = sessionPart(recorder)
const dialogs = dialogPart(recorder)
const menus = menuPart(recorder)
const trays = trayPart(recorder)
const notifications = notificationPart()
const shortcuts = globalShortcutPart()
const power = powerPart(recorder)
const clock = machineClock()
const storage = safeStoragePart(paths)
const theme = nativeThemePart()
const utilities = utilityProcessPart()
const network = netPart(sessions.judge)

const apps = appPart({
  paths,
  appPath: folder.path,
  version: folder.version,
  recorder,
  chromium: () => running?.chromium,
  closeWindows: () => {
    for (const { offered } of windows.open()) offered.close()
    return windows.open().length === 0
  },
  end: async () => {
    utilities.end()
    const stopping = running
    running = undefined
    await stopping?.chromium.stop()
  },
})

const windows = windowsOf({
  engine,
  screen: screenHere.screen,
  origin,
  recorder,
  session: sessions.session,
  permit: sessions.permissions.apply,
  judge: sessions.judge,
  hear: ipc.hear,
  sandboxesAll: apps.sandboxesAll,
  isReady: apps.app.isReady,
  opened: (window) => {
    apps.heard.emit('web-contents-created', {}, window.webContents)
    apps.heard.emit('browser-window-created', {}, window)
    window.on('focus', () => apps.heard.emit('browser-window-focus', {}, window))
    window.on('blur', () => apps.heard.emit('browser-window-blur', {}, window))
  },
  crashed: (contents, details) => void apps.heard.emit('render-process-gone', {}, contents, details),
  answerAt: (path, answer) => void server.then(({ answerAt }) => answerAt(path, answer)),
  allClosed: () => {
    if (apps.isQuitting()) return
    if (!apps.heard.emit('window-all-closed')) apps.app.quit()
  },
})

async function start(): Promise<void> {
  const switches = apps.app.commandLine.forChromium()
  const started = await startEngine(paths.get('userData'), (await server).port, switches)
  running = started
  void started.chromium.gone.then(() => {
    if (running === started) apps.app.exit(1)
  })
  begin(started)
  apps.heard.emit('ready', {}, {})
}

// Electron is ready after the main process's file has run to its end; nothing is started for one that ended itself there.
setImmediate(() => {
  start().catch((error: unknown) => {
    console.error('The stand-in could not start:', error)
    process.exit(1)
  })
})

function windowAt(id: number): OpenWindow {
  const found = windows.open().find(({ offered }) => offered.id === id)
  if (!found) throw new Error(`There is no window ${id}.`)
  return found
}
function menuOf(menu: OfferedMenu | null | undefined): OfferedMenu {
  if (!menu) throw new Error('There is no menu.')
  return menu
}

const controls: Controls = {
  'windows.list': () => windows.open().map(windowSeen),
  'window.page': async (id) => ({ targetId: await windowAt(id).target, crashes: await windowAt(id).contents.standing() }),
  'window.close': (id) => windowAt(id).offered.close(),
  'window.move': ({ id, bounds }) => windowAt(id).offered.setBounds(bounds),
  'window.focus': (id) => windowAt(id).offered.focus(),
  'window.minimize': (id) => windowAt(id).offered.minimize(),
  'window.restore': (id) => windowAt(id).offered.restore(),
  'window.tell': ({ id, event }) => void windowAt(id).heard.emit(event),
  'renderer.crash': async (id) => {
    const { webContents: crashing } = windowAt(id).offered
    const told = once(crashing, 'render-process-gone')
    crashing.forcefullyCrashRenderer()
    await told
  },
  'displays.set': screenHere.set,
  'shortcut.press': shortcuts.press,
  'shortcut.take': shortcuts.take,
  'menu.seen': () => menuSeen(menuOf(menus.Menu.getApplicationMenu())),
  'menu.click': (words) => itemAt(menuOf(menus.Menu.getApplicationMenu()), words).click(),
  'menu.press': menus.press,
  'tray.seen': trays.seen,
  'tray.click': trays.click,
  'tray.menu': (words) => itemAt(menuOf(trays.menu()), words).click(),
  'notifications.seen': notifications.seen,
  'notification.click': notifications.click,
  'notification.close': notifications.close,
  'dialog.answer': ({ method, answer }) => dialogs.answer(method, answer),
  'power.tell': power.tell,
  'power.idle': power.setIdle,
  'clock.forward': clock.forward,
  'theme.dark': theme.setSystemDark,
  'storage.available': storage.setAvailable,
  'net.online': network.setOnline,
  'app.openUrl': (url) => void apps.heard.emit('open-url', preventable({}), url),
  'app.activate': () => void apps.heard.emit('activate', {}, windows.open().length > 0),
  'app.quit': () => apps.app.quit(),
  recorded: recorder.all,
  browser: async () => {
    const { endpoint, pid } = (await engine).chromium
    return { endpoint, pid }
  },
}
answerControls(controls, () => apps.app.exit(1))

export const app = apps.app
export const BrowserWindow = windows.BrowserWindow
export const clipboard = clipboardPart(recorder)
export const crashReporter = crashReporterPart(recorder)
export const dialog = dialogs.dialog
export const globalShortcut = shortcuts.globalShortcut
export const ipcMain = ipc.ipcMain
export const Menu = menus.Menu
export const MenuItem = menus.MenuItem
export const nativeImage = nativeImagePart()
export const nativeTheme = theme.nativeTheme
export const net = network.net
export const Notification = notifications.Notification
export const powerMonitor = power.powerMonitor
export const powerSaveBlocker = power.powerSaveBlocker
export const protocol = protocolPart(server)
export const safeStorage = storage.safeStorage
export const screen = screenHere.screen
export const session = offer('session', { defaultSession: sessions.session, fromPartition: () => sessions.session })
export const shell = shellPart(recorder)
export const Tray = trays.Tray
export const utilityProcess = utilities.utilityProcess
export const webContents = windows.webContents
