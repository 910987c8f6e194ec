import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import type { Rect, WindowMode } from '../../shared/contracts/layout.ts'

type Asked = {
  readonly bounds: Rect
  readonly mode: WindowMode
  /** A window that a person drags stops here: smaller, no region can be read. DIP. */
  readonly least: Pick<Rect, 'width' | 'height'>
  readonly title: string
  /** Path of the one file that runs before the page. */
  readonly preload: string
  readonly icon: string | null
}

/** What a page may do of itself, in every window: the web's own safety and nothing of Node. Said although some of it is today's default, since a default may change and a test reads this. */
const safe: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
}

/** The ground of the dark theme: a white flash in a dim room blinds. */
const ground = '#0b0f14'

/**
 * How every window of the desktop is made, whatever it shows; its page has the bridge and nothing else of the machine.
 */
export const consoleOptions = ({ bounds, mode, least, title, preload, icon }: Asked): BrowserWindowConstructorOptions => ({
  ...bounds,
  ...(mode !== 'kiosk' && { minWidth: least.width, minHeight: least.height }),
  title,
  show: false,
  backgroundColor: ground,
  autoHideMenuBar: true,
  // Fills its display by itself. One that was full before as well would, on macOS, still be so after it was a kiosk.
  kiosk: mode === 'kiosk',
  // Left unsaid otherwise: macOS takes a `false` for never.
  ...(mode === 'full-screen' && { fullscreen: true }),
  ...(icon !== null && { icon }),
  webPreferences: {
    preload,
    ...safe,
    // Alarms must sound and clocks must go on in a window that another one covers.
    backgroundThrottling: false,
    // An alarm sounds without waiting for a click.
    autoplayPolicy: 'no-user-gesture-required',
  },
})

/** A window that shows a number over everything for some seconds: no bridge, no frame, and it takes nobody's keyboard. */
export const numberOptions = (bounds: Rect): BrowserWindowConstructorOptions => ({
  ...bounds,
  show: false,
  backgroundColor: ground,
  frame: false,
  focusable: false,
  alwaysOnTop: true,
  skipTaskbar: true,
  resizable: false,
  webPreferences: safe,
})
