import type { Rectangle } from 'electron'
import type { DisplayGiven } from './displays.ts'
import type { DialogMethod } from './parts/dialog.ts'
import type { MenuSeen } from './parts/menu.ts'
import type { NotificationSeen } from './parts/notification.ts'
import type { PowerEvent } from './parts/power.ts'
import type { TraySeen } from './parts/tray.ts'
import type { Recorded } from './recorder.ts'

export type WindowSeen = {
  readonly id: number
  readonly bounds: Rectangle
  readonly url: string
  readonly title: string
  readonly isVisible: boolean
  readonly isFullScreen: boolean
  readonly isKiosk: boolean
  readonly isFocused: boolean
}

export type PageSeen = {
  readonly targetId: string
  /** How often it crashed so far. */
  readonly crashes: number
}

/** What a test can do to the machine, and see of it, while the main process runs. */
export type Controls = {
  readonly 'windows.list': () => readonly WindowSeen[]
  /** The window's page as Chromium knows it; waits until it is there, and while it lies crashed. */
  readonly 'window.page': (id: number) => Promise<PageSeen>
  /** As somebody who presses the window's cross: the main process may refuse. */
  readonly 'window.close': (id: number) => void
  readonly 'window.move': (to: { readonly id: number; readonly bounds: Rectangle }) => void
  readonly 'window.focus': (id: number) => void
  readonly 'window.minimize': (id: number) => void
  readonly 'window.restore': (id: number) => void
  readonly 'window.tell': (told: { readonly id: number; readonly event: 'unresponsive' | 'responsive' }) => void
  /** Resolves when the main process has been told. */
  readonly 'renderer.crash': (windowId: number) => Promise<void>
  readonly 'displays.set': (displays: readonly DisplayGiven[]) => void
  readonly 'shortcut.press': (accelerator: string) => boolean
  readonly 'shortcut.take': (accelerator: string) => void
  readonly 'menu.seen': () => readonly MenuSeen[]
  /** The item at words like `File/Print`, or with this id. */
  readonly 'menu.click': (words: string) => void
  readonly 'menu.press': (accelerator: string) => boolean
  readonly 'tray.seen': () => readonly TraySeen[]
  readonly 'tray.click': () => void
  readonly 'tray.menu': (words: string) => void
  readonly 'notifications.seen': () => readonly NotificationSeen[]
  readonly 'notification.click': (number: number) => void
  readonly 'notification.close': (number: number) => void
  readonly 'dialog.answer': (given: { readonly method: DialogMethod; readonly answer: unknown }) => void
  readonly 'power.tell': (event: PowerEvent) => void
  readonly 'power.idle': (seconds: number) => void
  /** As after so long a sleep: no timer runs off meanwhile. */
  readonly 'clock.forward': (ms: number) => void
  readonly 'theme.dark': (dark: boolean) => void
  readonly 'storage.available': (available: boolean) => void
  readonly 'net.online': (online: boolean) => void
  readonly 'app.openUrl': (url: string) => void
  readonly 'app.activate': () => void
  readonly 'app.quit': () => void
  readonly recorded: () => readonly Recorded[]
  /** Where Playwright finds the browser, and its process; there once the app is ready. */
  readonly browser: () => Promise<{ readonly endpoint: string; readonly pid: number }>
}

export type ControlName = keyof Controls
/** What a control takes; those that take nothing take nothing. */
export type ControlGiven<Name extends ControlName> = Parameters<Controls[Name]>
export type ControlAnswer<Name extends ControlName> = Awaited<ReturnType<Controls[Name]>>

export type Asked = { readonly number: number; readonly what: ControlName; readonly given: readonly unknown[] }
export type Answered = { readonly number: number; readonly value?: unknown; readonly error?: string }
