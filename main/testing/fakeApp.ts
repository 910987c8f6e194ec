import { EventEmitter } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'

type LoginItem = Parameters<App['setLoginItemSettings']>[0]

/** The program as the system sees it. Its folders are new ones under the machine's temporary folder, made when first asked for. */
export class FakeApp
  extends EventEmitter
  implements
    Pick<
      App,
      | 'name'
      | 'isPackaged'
      | 'getVersion'
      | 'getPath'
      | 'getLocale'
      | 'isReady'
      | 'whenReady'
      | 'enableSandbox'
      | 'requestSingleInstanceLock'
      | 'quit'
      | 'exit'
      | 'relaunch'
      | 'releaseSingleInstanceLock'
      | 'getAppPath'
      | 'focus'
      | 'setLoginItemSettings'
      | 'setAsDefaultProtocolClient'
      | 'setBadgeCount'
      | 'setAppUserModelId'
      | 'getAppMetrics'
      | 'showAboutPanel'
      | 'setAboutPanelOptions'
    >
{
  name = '小脑'
  isPackaged = true
  version = '0.1.0'
  locale = 'zh-CN'
  isFirstInstance = true
  dock: undefined
  readonly asked: string[] = []
  readonly loginItems: LoginItem[] = []
  readonly protocols: string[] = []
  readonly badges: number[] = []
  private made: string | null = null

  getVersion() {
    return this.version
  }
  getPath(name: Parameters<App['getPath']>[0]) {
    return join(this.home(), name)
  }
  /** Everything that `getPath` answers is below this. */
  home(): string {
    this.made ??= mkdtempSync(join(tmpdir(), 'xiaonao-desk-'))
    return this.made
  }
  getLocale() {
    return this.locale
  }
  isReady() {
    return true
  }
  whenReady() {
    return Promise.resolve()
  }
  enableSandbox() {
    this.asked.push('enableSandbox')
  }
  requestSingleInstanceLock() {
    return this.isFirstInstance
  }
  /** As Electron: windows may refuse; here the test closes them itself. */
  quit() {
    this.asked.push('quit')
  }
  exit() {
    this.asked.push('exit')
  }
  releaseSingleInstanceLock() {
    this.asked.push('releaseSingleInstanceLock')
  }
  getAppPath() {
    return join(this.home(), 'app')
  }
  relaunch() {
    this.asked.push('relaunch')
  }
  focus() {
    this.asked.push('focus')
  }
  setLoginItemSettings(settings: LoginItem) {
    this.loginItems.push(settings)
  }
  setAsDefaultProtocolClient(protocol: string) {
    this.protocols.push(protocol)
    return true
  }
  setBadgeCount(count: number = 0) {
    this.badges.push(count)
    return true
  }
  setAppUserModelId() {
    this.asked.push('setAppUserModelId')
  }
  getAppMetrics() {
    return []
  }
  showAboutPanel() {
    this.asked.push('showAboutPanel')
  }
  setAboutPanelOptions() {
    this.asked.push('setAboutPanelOptions')
  }
}
