import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Point } from 'electron'
import type { Target } from '../browser/engine.ts'
import { onXScreen } from '../displays.ts'
import { offer } from '../offer.ts'
import type { OfferedScreen } from '../parts/screen.ts'
import { preventable } from '../preventable.ts'
import { contents, type Contents, type ContentsGiven, type OfferedContents } from './contents.ts'
import { appearance } from './appearance.ts'
import { safePreferences } from './safePreferences.ts'
import { windowFrame } from './windowFrame.ts'
import { startingPlace, windowGeometry } from './windowGeometry.ts'
import type { OfferedWindow } from './offeredWindow.ts'

export type WindowGiven = Pick<ContentsGiven, 'engine' | 'session' | 'permit' | 'judge' | 'hear' | 'recorder' | 'answerAt'> & {
  readonly id: number
  readonly options: BrowserWindowConstructorOptions
  readonly screen: OfferedScreen
  readonly origin: Point
  readonly sandboxesAll: boolean
  readonly focus: WindowFocus
}

/** Which window has the focus; at most one has. */
export type WindowFocus = {
  readonly holder: () => number | undefined
  readonly take: (id: number) => void
  readonly leave: (id: number) => void
  /** Gives it back to who holds it, after a window took it without being asked to. */
  readonly again: () => void
}

/** What the stand-in keeps of a window. */
export type OpenWindow = {
  readonly offered: OfferedWindow
  readonly contents: Contents
  /** Chromium's name for its page; known once it is there. */
  readonly target: Promise<string>
  readonly targetId: () => string | undefined
  readonly raise: () => void
  /** The page is gone, whoever closed it. */
  readonly closed: () => void
  /** Somebody who sits at the machine closes it: it may refuse. */
  readonly heard: EventEmitter
}

/** Those of Linux: `moved` and `resized` come on other platforms only, and whoever listens for them here waits in vain. */
const windowEvents: readonly string[] = [
  'ready-to-show',
  'close',
  'closed',
  'focus',
  'blur',
  'show',
  'hide',
  'move',
  'resize',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'page-title-updated',
  'unresponsive',
  'responsive',
  'always-on-top-changed',
]

export function browserWindow(given: WindowGiven): OpenWindow {
  const { id, options, engine, screen, origin, focus } = given
  const preferences = safePreferences(options.webPreferences, given.sandboxesAll)
  const heard = new EventEmitter()
  const is = { visible: options.show !== false, minimized: false, destroyed: false }
  const start = startingPlace(options, screen)

  let targetId: string | undefined
  async function open(): Promise<Target> {
    const target = await (await engine).open(onXScreen(start.bounds, origin), is.visible)
    targetId = target.id
    return target
  }
  const target = open()
  const frame = windowFrame({ engine, target, origin, bounds: start.bounds })
  const page = contents({ ...given, target, preferences, close: () => window.close() })

  function gone(): void {
    if (is.destroyed) return
    is.destroyed = true
    is.visible = false
    focus.leave(id)
    page.destroyed()
    heard.emit('closed')
  }
  function shown(): void {
    if (!is.visible) heard.emit('show')
    is.visible = true
  }
  function focused(): void {
    focus.take(id)
    void frame.raise()
  }
  void page.ready.then(() => (is.visible ? focus.take(id) : focus.again()))
  page.offered.once('did-finish-load', () => heard.emit('ready-to-show'))
  page.offered.on('page-title-updated', (event: object, title: string) => heard.emit('page-title-updated', event, title, true))

  const window: OfferedWindow = Object.assign(
    heard,
    windowGeometry({ start, frame, screen, heard, metrics: page.metrics }),
    appearance(given.recorder, heard, options),
    {
      id,
      webContents: page.offered as OfferedContents,
      loadURL: (url: string) => page.offered.loadURL(url),
      reload: () => page.offered.reload(),
      isDestroyed: () => is.destroyed,
      isVisible: () => is.visible && !is.minimized,
      isMinimized: () => is.minimized,
      isFocused: () => focus.holder() === id,
      show: () => {
        void frame.show()
        is.minimized = false
        shown()
        focused()
      },
      showInactive: () => {
        void frame.show().then(focus.again)
        shown()
      },
      hide: () => {
        if (is.visible) heard.emit('hide')
        is.visible = false
        focus.leave(id)
        void frame.hide()
      },
      minimize: () => {
        is.minimized = true
        focus.leave(id)
        void frame.hide().then(() => heard.emit('minimize'))
      },
      restore: () => {
        is.minimized = false
        void frame.show().then(() => heard.emit('restore'))
      },
      focus: focused,
      blur: () => focus.leave(id),
      moveTop: () => void frame.raise(),
      close: () => {
        if (is.destroyed) return
        const event = preventable({})
        heard.emit('close', event)
        if (event.defaultPrevented) return
        void frame.close()
        gone()
      },
      destroy: () => {
        if (is.destroyed) return
        void frame.close()
        gone()
      },
    },
  ) as OfferedWindow

  const offered = offer('BrowserWindow', window, windowEvents)
  return {
    offered,
    contents: page,
    target: target.then((opened) => opened.id),
    targetId: () => targetId,
    raise: () => void frame.raise(),
    closed: gone,
    heard,
  }
}
