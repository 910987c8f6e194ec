import type { BrowserWindowConstructorOptions } from 'electron'
import { offer } from '../offer.ts'
import { browserWindow, type OpenWindow, type WindowGiven } from './browserWindow.ts'
import type { OfferedContents } from './contents.ts'
import type { OfferedWindow } from './offeredWindow.ts'

export type Windows = {
  readonly BrowserWindow: OfferedBrowserWindow
  readonly webContents: {
    readonly getAllWebContents: () => OfferedContents[]
    readonly fromId: (id: number) => OfferedContents | undefined
  }
  readonly open: () => readonly OpenWindow[]
}

export type OfferedBrowserWindow = {
  new (options?: BrowserWindowConstructorOptions): OfferedWindow
  getAllWindows(): OfferedWindow[]
  getFocusedWindow(): OfferedWindow | null
  fromId(id: number): OfferedWindow | null
  fromWebContents(contents: OfferedContents): OfferedWindow | null
}

type Given = Omit<WindowGiven, 'id' | 'options' | 'focus' | 'sandboxesAll'> & {
  readonly sandboxesAll: () => boolean
  readonly isReady: () => boolean
  readonly opened: (window: OfferedWindow) => void
  readonly allClosed: () => void
  readonly crashed: (contents: OfferedContents, details: Electron.RenderProcessGoneDetails) => void
}

/** All windows, and which of them has the focus. */
export function windows(given: Given): Windows {
  const open = new Map<number, OpenWindow>()
  let last = 0
  let holder: number | undefined

  function take(id: number): void {
    if (holder === id || !open.has(id)) return
    const before = holder
    holder = id
    if (before !== undefined) open.get(before)?.heard.emit('blur')
    open.get(id)?.heard.emit('focus')
  }
  function leave(id: number): void {
    if (holder !== id) return
    holder = undefined
    open.get(id)?.heard.emit('blur')
  }

  const again = (): void => {
    if (holder !== undefined) open.get(holder)?.raise()
  }

  function openWindow(options: BrowserWindowConstructorOptions): OfferedWindow {
    if (!given.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    last += 1
    const id = last
    const window = browserWindow({
      ...given,
      id,
      options,
      sandboxesAll: given.sandboxesAll(),
      focus: { holder: () => holder, take, leave, again },
    })
    open.set(id, window)
    window.heard.once('closed', () => {
      open.delete(id)
      if (open.size === 0) setImmediate(given.allClosed)
    })
    given.opened(window.offered)
    return window.offered
  }

  class BrowserWindow {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      return openWindow(options) as unknown as BrowserWindow
    }
    static getAllWindows = (): OfferedWindow[] => [...open.values()].map(({ offered }) => offered)
    static getFocusedWindow = (): OfferedWindow | null => (holder === undefined ? null : BrowserWindow.fromId(holder))
    static fromId = (id: number): OfferedWindow | null => open.get(id)?.offered ?? null
    static fromWebContents = ({ id }: OfferedContents): OfferedWindow | null => BrowserWindow.fromId(id)
  }

  void listenToEngine(given, open)
  return {
    BrowserWindow: offer('BrowserWindow', BrowserWindow as unknown as OfferedBrowserWindow),
    webContents: offer('webContents', {
      getAllWebContents: () => [...open.values()].map(({ contents }) => contents.offered),
      fromId: (id: number) => open.get(id)?.contents.offered,
    }),
    open: () => [...open.values()],
  }
}

/** What happens to pages without our asking: one is closed from outside, one crashes, one opens another. */
async function listenToEngine(given: Given, open: ReadonlyMap<number, OpenWindow>): Promise<void> {
  const engine = await given.engine
  const windowOf = (targetId: string): OpenWindow | undefined => [...open.values()].find((window) => window.targetId() === targetId)
  engine.on({
    closed: (targetId) => windowOf(targetId)?.closed(),
    titled: (targetId, title) => windowOf(targetId)?.contents.titled(title),
    crashed: (targetId, status) => {
      const crashed = windowOf(targetId)?.contents
      if (crashed) given.crashed(crashed.offered, crashed.crashed(status))
    },
  })
}
