import type { BrowserWindowConstructorOptions } from 'electron'
import type { Rect, WindowMode } from '../../shared/contracts/layout.ts'

type Asked = {
  readonly bounds: Rect
  readonly mode: WindowMode
  readonly title: string
  /** Path of the one file that runs before the page. */
  readonly preload: string
  readonly icon: string | null
}

/** Smaller than this no region can be read; a window that a person drags stops here. DIP. */
const least = { minWidth: 640, minHeight: 420 } as const

/**
 * How every window of the desktop is made, whatever it shows: sandboxed, isolated, without Node, with the web's own
 * safety on. Some of it is Electron's default today; said here because a default may change and a test reads it.
 */
export const consoleOptions = ({ bounds, mode, title, preload, icon }: Asked): BrowserWindowConstructorOptions => ({
  ...bounds,
  ...(mode !== 'kiosk' && least),
  title,
  show: false,
  // The ground of the dark theme: a white flash in a dim room blinds.
  backgroundColor: '#0b0f14',
  autoHideMenuBar: true,
  kiosk: mode === 'kiosk',
  fullscreen: mode === 'full-screen' || mode === 'kiosk',
  ...(icon !== null && { icon }),
  webPreferences: {
    preload,
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
    // Alarms must sound and clocks must go on in a window that another one covers.
    backgroundThrottling: false,
    // An alarm sounds without waiting for a click.
    autoplayPolicy: 'no-user-gesture-required',
  },
})
