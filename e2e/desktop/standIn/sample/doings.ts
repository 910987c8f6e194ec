import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  Menu,
  net,
  Notification,
  powerMonitor,
  safeStorage,
  session,
  shell,
  Tray,
  utilityProcess,
} from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { kept, openWindow } from './openWindow.ts'
import { say } from './say.ts'

type Doing = (event: Electron.IpcMainInvokeEvent, ...given: readonly never[]) => unknown

const windowOf = ({ sender }: Electron.IpcMainInvokeEvent): BrowserWindow => BrowserWindow.fromWebContents(sender) as BrowserWindow
const writes = (words: string) => (): void => say(words)
const secretFile = (): string => join(app.getPath('userData'), 'secret')

/** What a test can have the sample do, through its preload. */
const table: Readonly<Record<string, Doing>> = {
  echo: (_event, value) => value,
  fail: () => {
    throw new TypeError('the drawer is locked')
  },
  sender: ({ senderFrame, sender }) => ({
    url: senderFrame?.url,
    origin: senderFrame?.origin,
    isTop: senderFrame?.parent === null,
    page: sender.getURL(),
  }),
  reload: ({ sender }) => sender.reload(),
  send: ({ sender }, ...given) => sender.send('news', ...given),
  bounds: (event) => windowOf(event).getBounds(),
  setBounds: (event, bounds) => windowOf(event).setBounds(bounds),
  setFullScreen: (event, flag) => windowOf(event).setFullScreen(flag),
  setZoom: ({ sender }, factor) => sender.setZoomFactor(factor),
  hide: (event) => windowOf(event).hide(),
  minimize: (event) => windowOf(event).minimize(),
  show: (_event, id: number) => BrowserWindow.fromId(id)?.show(),
  open: (_event, bounds: Electron.Rectangle) => openWindow(bounds),
  openUnshown: async () => {
    const window = new BrowserWindow({ show: false, width: 500, height: 400 })
    await window.loadURL('app://sample/page.html')
    return [window.id, window.isVisible(), await window.webContents.executeJavaScript('document.visibilityState')]
  },
  openUnsafe: (_event, webPreferences: Electron.WebPreferences) => new BrowserWindow({ webPreferences }).id,
  notOffered: (event) => windowOf(event).setVibrancy('menu'),
  notAnEvent: (event) => windowOf(event).on('swipe', () => undefined).id,
  pdf: async ({ sender }) => (await sender.printToPDF({})).subarray(0, 5).toString(),
  metrics: () => app.getAppMetrics().map(({ type, memory }) => [type, memory.workingSetSize]),
  keepOpen: (_event, keep: boolean) => {
    kept.open = keep
  },
  quit: () => setImmediate(() => app.quit()),
  notify: () => {
    const notification = new Notification({ title: '超时', body: '一件未派' })
    notification.on('click', writes('notification clicked'))
    notification.show()
  },
  arrange: () => {
    const items = [{ label: '文件', submenu: [{ label: '打印', accelerator: 'CmdOrCtrl+P', click: writes('print chosen') }] }]
    Menu.setApplicationMenu(Menu.buildFromTemplate(items))
    const tray = new Tray(join(app.getAppPath(), 'none.png'))
    tray.setToolTip('小脑')
    tray.on('click', writes('tray clicked'))
    powerMonitor.on('suspend', writes('machine asleep'))
    return globalShortcut.register('CommandOrControl+Alt+H', writes('shortcut pressed'))
  },
  openOutside: () => shell.openExternal('https://elsewhere.example/'),
  question: async (event) => (await dialog.showMessageBox(windowOf(event), { message: '退出？', buttons: ['是', '否'] })).response,
  keep: (_event, secret: string) => writeFileSync(secretFile(), safeStorage.encryptString(secret)),
  kept: () => safeStorage.decryptString(readFileSync(secretFile())),
  keptBytes: () => readFileSync(secretFile()).toString('latin1'),
  trust: (_event, fingerprint: string) => {
    session.defaultSession.setCertificateVerifyProc(({ certificate, verificationResult }, answer) => {
      console.log('certificate', verificationResult)
      answer(certificate.fingerprint === fingerprint ? 0 : -3)
    })
  },
  now: () => Date.now(),
  fetch: async (_event, url: string) => (await net.fetch(url)).text(),
  forkAndStay: () =>
    new Promise((resolve) => {
      const child = utilityProcess.fork(fileURLToPath(new URL('utility.ts', import.meta.url)))
      child.once('spawn', () => resolve(child.pid))
    }),
  fork: () =>
    new Promise((resolve) => {
      const child = utilityProcess.fork(fileURLToPath(new URL('utility.ts', import.meta.url)))
      child.once('spawn', () => child.postMessage({ hello: 'there' }))
      child.once('message', (message: unknown) => {
        child.once('exit', () => resolve([message, child.pid]))
        child.kill()
      })
    }),
}

export const doings = {
  done: (event: Electron.IpcMainInvokeEvent, what: string, given: readonly unknown[]): unknown =>
    table[what]?.(event, ...(given as never[])),
}
