import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import type { Chromium } from '../browser/chromium.ts'
import { offer } from '../offer.ts'
import { preventable } from '../preventable.ts'
import type { Recorder } from '../recorder.ts'
import { appMetrics } from './appMetrics.ts'
import { commandLine, type OfferedCommandLine } from './commandLine.ts'
import { instanceLock } from './instanceLock.ts'
import type { Paths } from './paths.ts'

type Methods =
  | 'whenReady'
  | 'isReady'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'focus'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'name'
  | 'getLocale'
  | 'getPreferredSystemLanguages'
  | 'isPackaged'
  | 'setAsDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'isDefaultProtocolClient'
  | 'setLoginItemSettings'
  | 'setAppUserModelId'
  | 'setAppLogsPath'
  | 'setBadgeCount'
  | 'getBadgeCount'
  | 'getAppMetrics'
  | 'disableHardwareAcceleration'

export type OfferedApp = EventEmitter &
  Pick<App, Methods> & { readonly commandLine: OfferedCommandLine; readonly getLoginItemSettings: () => { readonly openAtLogin: boolean } }

export type AppPart = {
  readonly app: OfferedApp
  /** For the other parts, which tell things through `app`. */
  readonly heard: EventEmitter
  readonly sandboxesAll: () => boolean
  readonly isQuitting: () => boolean
}

type Given = {
  readonly paths: Paths
  readonly appPath: string
  readonly version: string
  readonly recorder: Recorder
  readonly chromium: () => Chromium | undefined
  /** Asks every window to close; answers whether all did. */
  readonly closeWindows: () => boolean
  /** Ends the browser and everything else that was started. */
  readonly end: () => Promise<void>
}

const appEvents: readonly string[] = [
  'ready',
  'will-finish-launching',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'activate',
  'open-url',
  'open-file',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'render-process-gone',
  'child-process-gone',
  'certificate-error',
  'select-client-certificate',
  'login',
]

export function appPart({ paths, appPath, version, recorder, chromium, closeWindows, end }: Given): AppPart {
  const heard = new EventEmitter()
  const { record } = recorder
  const is = { ready: false, sandboxed: false, quitting: false }
  const kept = { name: 'xiaonao', badge: 0, openAtLogin: false, protocols: new Set<string>() }
  const ready = new Promise<void>((resolve) => {
    heard.once('ready', () => {
      is.ready = true
      resolve()
    })
  })
  const lock = instanceLock(paths, (argv, folder, data) => heard.emit('second-instance', {}, argv, folder, data))

  function exit(code = 0): void {
    heard.emit('quit', {}, code)
    lock.release()
    end().then(
      () => process.exit(code),
      () => process.exit(code || 1),
    )
  }

  function quit(): void {
    const before = preventable({})
    heard.emit('before-quit', before)
    if (before.defaultPrevented) return
    is.quitting = true
    if (!closeWindows()) {
      is.quitting = false
      return
    }
    const last = preventable({})
    heard.emit('will-quit', last)
    if (last.defaultPrevented) {
      is.quitting = false
      return
    }
    exit()
  }

  const app: OfferedApp = Object.assign(heard, {
    whenReady: () => ready,
    isReady: () => is.ready,
    enableSandbox: () => {
      if (is.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
      is.sandboxed = true
    },
    requestSingleInstanceLock: lock.request,
    releaseSingleInstanceLock: lock.release,
    hasSingleInstanceLock: lock.has,
    quit,
    exit,
    relaunch: (options?: object) => record('app.relaunch', options),
    focus: () => record('app.focus'),
    getPath: paths.get,
    setPath: paths.set,
    getAppPath: () => appPath,
    getVersion: () => version,
    name: kept.name,
    getName: () => kept.name,
    setName: (name: string) => {
      kept.name = name
    },
    getLocale: () => 'zh-CN',
    getPreferredSystemLanguages: () => ['zh-CN'],
    isPackaged: false,
    commandLine: commandLine(),
    setAsDefaultProtocolClient: (scheme: string) => {
      record('app.setAsDefaultProtocolClient', scheme)
      kept.protocols.add(scheme)
      return true
    },
    removeAsDefaultProtocolClient: (scheme: string) => kept.protocols.delete(scheme),
    isDefaultProtocolClient: (scheme: string) => kept.protocols.has(scheme),
    setLoginItemSettings: (settings: Electron.Settings) => {
      record('app.setLoginItemSettings', settings)
      kept.openAtLogin = settings.openAtLogin ?? false
    },
    getLoginItemSettings: () => ({ openAtLogin: kept.openAtLogin }),
    setAppUserModelId: (id: string) => record('app.setAppUserModelId', id),
    setAppLogsPath: (path?: string) => {
      if (path !== undefined) paths.set('logs', path)
    },
    setBadgeCount: (count = 0) => {
      record('app.setBadgeCount', count)
      kept.badge = count
      return true
    },
    getBadgeCount: () => kept.badge,
    getAppMetrics: () => appMetrics(chromium()?.pid),
    disableHardwareAcceleration: () => record('app.disableHardwareAcceleration'),
  })

  return { app: offer('app', app, appEvents), heard, sandboxesAll: () => is.sandboxed, isQuitting: () => is.quitting }
}
