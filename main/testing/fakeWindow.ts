import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { FakeContents } from './fakeContents.ts'
import { unfaked } from './unfaked.ts'

/** What the windows of one desk have in common. */
export type Desktop = {
  readonly windows: FakeWindow[]
  focused: FakeWindow | null
  failsToLoad: boolean
  /** Full screen is a transition, as on macOS: it ends when the test says so, and nothing moves a window that is in it. */
  fillsSlowly: boolean
  created: (contents: FakeContents) => void
}

const wholeEvent = () => {
  const event = { defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) }
  return event
}

let lastId = 0

/** A window that nobody sees: it is where and as it was put, and tells of it at once, where Electron may take some turns. */
export class FakeWindow
  extends EventEmitter
  implements
    Pick<
      BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'focus'
      | 'isFocused'
      | 'isVisible'
      | 'isMinimized'
      | 'minimize'
      | 'restore'
      | 'isDestroyed'
      | 'destroy'
      | 'close'
      | 'getBounds'
      | 'getNormalBounds'
      | 'setBounds'
      | 'maximize'
      | 'unmaximize'
      | 'isMaximized'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'setKiosk'
      | 'isKiosk'
      | 'flashFrame'
      | 'getTitle'
      | 'setTitle'
      | 'setMenuBarVisibility'
      | 'setOverlayIcon'
    >
{
  readonly id = (lastId += 1)
  readonly webContents: FakeContents
  readonly options: BrowserWindowConstructorOptions
  readonly loaded: string[] = []
  readonly flashes: boolean[] = []
  bounds: Rectangle
  isShown = false
  isSmall = false
  isLarge = false
  isFull: boolean
  isAKiosk: boolean
  isGone = false
  hasMenuBar = true
  /** Into full screen or out of it: what was asked for and has not ended. */
  readonly transitions: boolean[] = []
  private readonly desktop: Desktop

  constructor(options: BrowserWindowConstructorOptions, desktop: Desktop) {
    super()
    this.options = options
    this.desktop = desktop
    this.webContents = unfaked('webContents', new FakeContents(() => desktop.windows.map(({ webContents }) => webContents)))
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.isFull = options.fullscreen === true || options.kiosk === true
    this.isAKiosk = options.kiosk ?? false
  }

  loadURL(url: string) {
    this.loaded.push(url)
    this.webContents.url = url
    return this.desktop.failsToLoad ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve()
  }
  show() {
    this.isShown = true
    this.emit('show')
    this.focus()
  }
  showInactive() {
    this.isShown = true
    this.emit('show')
  }
  hide() {
    this.isShown = false
    this.emit('hide')
  }
  focus() {
    this.desktop.focused = this
    this.emit('focus')
  }
  isFocused() {
    return this.desktop.focused?.id === this.id
  }
  isVisible() {
    return this.isShown
  }
  isMinimized() {
    return this.isSmall
  }
  minimize() {
    this.isSmall = true
    this.emit('minimize')
  }
  restore() {
    this.isSmall = false
    this.emit('restore')
  }
  isDestroyed() {
    return this.isGone
  }
  destroy() {
    if (this.isGone) return
    this.isGone = true
    this.desktop.windows.splice(
      this.desktop.windows.findIndex(({ id }) => id === this.id),
      1,
    )
    if (this.isFocused()) this.desktop.focused = null
    this.webContents.gone()
    this.emit('closed')
  }
  close() {
    const event = wholeEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  getBounds() {
    return this.bounds
  }
  getNormalBounds() {
    return this.bounds
  }
  setBounds(bounds: Partial<Rectangle>) {
    if (this.desktop.fillsSlowly && this.isFull) return
    const before = this.bounds
    this.bounds = { ...before, ...bounds }
    // As on every platform: `moved` and `resized` are told on two of them only.
    if (before.x !== this.bounds.x || before.y !== this.bounds.y) this.emit('move')
    if (before.width !== this.bounds.width || before.height !== this.bounds.height) this.emit('resize')
  }
  maximize() {
    this.isLarge = true
    this.emit('maximize')
  }
  unmaximize() {
    this.isLarge = false
    this.emit('unmaximize')
  }
  isMaximized() {
    return this.isLarge
  }
  setFullScreen(flag: boolean) {
    this.transitions.push(flag)
    if (!this.desktop.fillsSlowly) this.endTransition()
  }
  /** The oldest transition has ended. */
  endTransition() {
    const flag = this.transitions.shift()
    if (flag === undefined || flag === this.isFull) return
    this.isFull = flag
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen')
  }
  isFullScreen() {
    return this.isFull
  }
  setKiosk(flag: boolean) {
    this.isAKiosk = flag
    this.setFullScreen(flag)
  }
  isKiosk() {
    // Only macOS knows one from the other.
    return this.desktop.fillsSlowly ? this.isAKiosk : this.isFull
  }
  flashFrame(flag: boolean) {
    this.flashes.push(flag)
  }
  getTitle() {
    return this.options.title ?? ''
  }
  setTitle() {}
  setMenuBarVisibility(visible: boolean) {
    this.hasMenuBar = visible
  }
  setOverlayIcon() {}
}

/** What the class itself is asked; of Electron's own names. */
type Statics = keyof Pick<typeof BrowserWindow, 'getAllWindows' | 'getFocusedWindow' | 'fromWebContents'>

export type WindowClass = { new (options?: BrowserWindowConstructorOptions): FakeWindow } & Record<Statics, unknown> & {
    getAllWindows(): readonly FakeWindow[]
    getFocusedWindow(): FakeWindow | null
    fromWebContents(contents: { readonly id: number }): FakeWindow | null
  }

/** Electron's `BrowserWindow` on this desktop. */
export const windowsOf = (desktop: Desktop): WindowClass => {
  class WindowOfTest extends FakeWindow {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(options, desktop)
      const window = unfaked('BrowserWindow', this)
      desktop.windows.push(window)
      desktop.created(this.webContents)
      return window
    }
    static getAllWindows(): readonly FakeWindow[] {
      return [...desktop.windows]
    }
    static getFocusedWindow(): FakeWindow | null {
      return desktop.focused
    }
    static fromWebContents(contents: { readonly id: number }): FakeWindow | null {
      return desktop.windows.find(({ webContents }) => webContents.id === contents.id) ?? null
    }
  }
  return unfaked('BrowserWindow', WindowOfTest)
}
