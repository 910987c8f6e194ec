import { EventEmitter } from 'node:events'
import type {
  CustomScheme,
  Dialog,
  GlobalShortcut,
  IpcMain,
  IpcMainInvokeEvent,
  MessageBoxOptions,
  OpenDialogOptions,
  PowerSaveBlocker,
  Protocol,
  SafeStorage,
  SaveDialogOptions,
  Screen,
  Shell,
} from 'electron'

type SystemDisplay = ReturnType<Screen['getPrimaryDisplay']>

/** The monitors: the first of the list is the primary one unless `primary` names another. */
export class FakeScreen extends EventEmitter implements Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'> {
  displays: readonly SystemDisplay[] = []
  primary: number | null = null
  getAllDisplays() {
    return [...this.displays]
  }
  getPrimaryDisplay() {
    const found = this.displays.find(({ id }) => id === this.primary) ?? this.displays[0]
    if (!found) throw new Error('electron: no display is there')
    return found
  }
}

/** The main side of the one door; `ask` is a page that knocks. */
export class FakeIpcMain extends EventEmitter implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  readonly handlers = new Map<string, (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown>()
  handle(channel: string, listener: (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown) {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, listener)
  }
  removeHandler(channel: string) {
    this.handlers.delete(channel)
  }
  async ask(channel: string, from: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, payload: unknown): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return await handler(from as IpcMainInvokeEvent, payload)
  }
}

export class FakeProtocol implements Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> {
  readonly schemes: CustomScheme[] = []
  readonly handlers = new Map<string, (request: Request) => Response | Promise<Response>>()
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>) {
    this.handlers.set(scheme, handler)
  }
  registerSchemesAsPrivileged(schemes: CustomScheme[]) {
    this.schemes.push(...schemes)
  }
}

export class FakeShell implements Pick<Shell, 'openExternal' | 'showItemInFolder'> {
  readonly opened: string[] = []
  readonly shown: string[] = []
  openExternal(url: string) {
    this.opened.push(url)
    return Promise.resolve()
  }
  showItemInFolder(path: string) {
    this.shown.push(path)
  }
}

/** A person before a dialog, who stops it unless the test chose a path. The window that it hangs on may come first, as in Electron. */
export class FakeDialog implements Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'> {
  chosen: string | null = null
  button = 0
  readonly asked: (OpenDialogOptions | SaveDialogOptions | MessageBoxOptions)[] = []
  showOpenDialog(...args: readonly unknown[]) {
    this.asked.push(args.at(-1) as OpenDialogOptions)
    return Promise.resolve({ canceled: this.chosen === null, filePaths: this.chosen === null ? [] : [this.chosen] })
  }
  showSaveDialog(...args: readonly unknown[]) {
    this.asked.push(args.at(-1) as SaveDialogOptions)
    return Promise.resolve({ canceled: this.chosen === null, filePath: this.chosen ?? '' })
  }
  showMessageBox(...args: readonly unknown[]) {
    this.asked.push(args.at(-1) as MessageBoxOptions)
    return Promise.resolve({ response: this.button, checkboxChecked: false })
  }
}

/** The system's key store: locks by turning every byte round, so that what is on the disk is not what was given. */
export class FakeSafeStorage implements Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
> {
  isAvailable = true
  backend: ReturnType<SafeStorage['getSelectedStorageBackend']> = 'gnome_libsecret'
  isEncryptionAvailable() {
    return this.isAvailable
  }
  encryptString(text: string) {
    return Buffer.concat([Buffer.from('locked:'), Buffer.from(text).map((byte) => byte ^ 0xff)])
  }
  decryptString(bytes: Buffer) {
    if (bytes.subarray(0, 7).toString() !== 'locked:') throw new Error('Error while decrypting the ciphertext provided to safeStorage')
    return Buffer.from(bytes.subarray(7).map((byte) => byte ^ 0xff)).toString()
  }
  getSelectedStorageBackend() {
    return this.backend
  }
}

/** Keys of the whole system; `taken` are those that another program has. */
export class FakeGlobalShortcut implements Pick<GlobalShortcut, 'register' | 'unregister' | 'unregisterAll' | 'isRegistered'> {
  readonly keys = new Map<string, () => void>()
  taken: readonly string[] = []
  register(accelerator: string, act: () => void) {
    if (this.taken.includes(accelerator)) return false
    this.keys.set(accelerator, act)
    return true
  }
  unregister(accelerator: string) {
    this.keys.delete(accelerator)
  }
  unregisterAll() {
    this.keys.clear()
  }
  isRegistered(accelerator: string) {
    return this.keys.has(accelerator)
  }
}

export class FakePowerSaveBlocker implements Pick<PowerSaveBlocker, 'start' | 'stop' | 'isStarted'> {
  readonly running = new Map<number, string>()
  private last = 0
  start(type: Parameters<PowerSaveBlocker['start']>[0]) {
    this.last += 1
    this.running.set(this.last, type)
    return this.last
  }
  stop(id: number) {
    return this.running.delete(id)
  }
  isStarted(id: number) {
    return this.running.has(id)
  }
}
