import type { Net } from 'electron'
import { FakeApp } from './fakeApp.ts'
import type { FakeContents } from './fakeContents.ts'
import {
  FakeDialog,
  FakeGlobalShortcut,
  FakeIpcMain,
  FakePowerSaveBlocker,
  FakeProtocol,
  FakeSafeStorage,
  FakeScreen,
  FakeShell,
} from './fakeMachine.ts'
import { FakePowerMonitor } from './fakePower.ts'
import { FakeContextBridge, FakeIpcRenderer } from './fakePreload.ts'
import { FakeUtilityProcess } from './fakeProcess.ts'
import { FakeSession } from './fakeSession.ts'
import { FakeNativeImage, shownBy, type Shown } from './fakeShown.ts'
import { windowsOf, type Desktop } from './fakeWindow.ts'
import { unfaked } from './unfaked.ts'

/** Requests of the main process go over the default session, as Electron's do. */
class FakeNet implements Pick<Net, 'fetch'> {
  readonly session: FakeSession
  constructor(session: FakeSession) {
    this.session = session
  }
  fetch(input: string | Request, init?: RequestInit) {
    return this.session.fetch(input, init)
  }
}

const fakesOf = () => {
  const app = unfaked('app', new FakeApp())
  const created = (contents: FakeContents) => void app.emit('web-contents-created', {}, contents)
  const desktop: Desktop = { windows: [], focused: null, failsToLoad: false, fillsSlowly: false, created }
  const shown: Shown = { notifications: [], trays: [], menu: null, canNotify: true }
  const defaultSession = unfaked('session.defaultSession', new FakeSession())
  const partitions = new Map<string, FakeSession>()
  const fromPartition = (name: string) => {
    const known =
      partitions.get(name) ?? unfaked(`session.fromPartition(${name})`, new FakeSession((url, init) => defaultSession.answer(url, init)))
    partitions.set(name, known)
    return known
  }
  return {
    desktop,
    shown,
    partitions,
    app,
    BrowserWindow: windowsOf(desktop),
    dialog: unfaked('dialog', new FakeDialog()),
    globalShortcut: unfaked('globalShortcut', new FakeGlobalShortcut()),
    ipcMain: unfaked('ipcMain', new FakeIpcMain()),
    nativeImage: unfaked('nativeImage', { createFromPath: (path: string) => unfaked('NativeImage', new FakeNativeImage(path)) }),
    net: unfaked('net', new FakeNet(defaultSession)),
    powerMonitor: unfaked('powerMonitor', new FakePowerMonitor()),
    powerSaveBlocker: unfaked('powerSaveBlocker', new FakePowerSaveBlocker()),
    protocol: unfaked('protocol', new FakeProtocol()),
    safeStorage: unfaked('safeStorage', new FakeSafeStorage()),
    screen: unfaked('screen', new FakeScreen()),
    session: unfaked('session', { defaultSession, fromPartition }),
    shell: unfaked('shell', new FakeShell()),
    utilityProcess: unfaked('utilityProcess', new FakeUtilityProcess()),
    ...shownBy(shown),
  }
}

export type FakeElectron = ReturnType<typeof fakesOf>

/** The fakes of the running test. Read through this module each time, as the package is: a test that begins renews them. */
let current = fakesOf()

export let {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
} = current

/** An Electron that nothing has happened to yet: call it where a test begins. Answers all that was opened, shown and asked. */
export const freshElectron = (): FakeElectron => {
  current = fakesOf()
  ;({
    app,
    BrowserWindow,
    dialog,
    globalShortcut,
    ipcMain,
    Menu,
    nativeImage,
    net,
    Notification,
    powerMonitor,
    powerSaveBlocker,
    protocol,
    safeStorage,
    screen,
    session,
    shell,
    Tray,
    utilityProcess,
  } = current)
  return current
}

// The preload's side of the door. Renewed by nobody: its test looks at one preload.
export const contextBridge = unfaked('contextBridge', new FakeContextBridge())
export const ipcRenderer = unfaked('ipcRenderer', new FakeIpcRenderer())

// What the desktop does not use: whoever begins to is told to fake it first.
export const autoUpdater = unfaked('autoUpdater', {})
export const clipboard = unfaked('clipboard', {})
export const contentTracing = unfaked('contentTracing', {})
export const crashReporter = unfaked('crashReporter', {})
export const desktopCapturer = unfaked('desktopCapturer', {})
export const nativeTheme = unfaked('nativeTheme', {})
export const netLog = unfaked('netLog', {})
export const systemPreferences = unfaked('systemPreferences', {})
export const webContents = unfaked('webContents', {})
export const webFrameMain = unfaked('webFrameMain', {})
