import type { BrowserWindow } from 'electron'
import type { ownMoves } from './ownMoves.ts'
import { isSameStand, standOf, type Stand } from './stand.ts'

type Needs = { readonly platform: NodeJS.Platform; readonly own: ReturnType<typeof ownMoves> }

/** Out of whatever fills its screen. Asked once only: macOS keeps a second time in mind, and does it when the window has come to fill the next one. */
const leave = (window: BrowserWindow): void => {
  if (window.isKiosk()) window.setKiosk(false)
  else if (window.isFullScreen()) window.setFullScreen(false)
}

/** Over, and full again. */
const arrive = (window: BrowserWindow, { bounds, mode }: Stand): void => {
  if (window.isMaximized()) window.unmaximize()
  window.setBounds({ ...bounds })
  if (mode === 'maximized') window.maximize()
  if (mode === 'full-screen') window.setFullScreen(true)
  if (mode === 'kiosk') window.setKiosk(true)
}

/** Puts open windows where they belong: out of whatever fills the old screen, over, and full again. */
export const windowPutter = ({ platform, own }: Needs) => {
  /** Where windows go once they have left full screen. On macOS that takes a moment, in which they are not to be moved. */
  const leaving = new WeakMap<BrowserWindow, Stand>()

  const kiosks = new WeakSet<BrowserWindow>()

  const standsAt = (window: BrowserWindow) => standOf(window, kiosks.has(window))

  const hasLeft = (window: BrowserWindow) => {
    const stand = leaving.get(window)
    leaving.delete(window)
    if (!stand) return
    own.placing(() => {
      own.put(window, stand)
      arrive(window, stand)
    })
  }

  return {
    /** A window that has just been made, to stand like this. */
    made: (window: BrowserWindow, stand: Stand): void => {
      own.put(window, stand)
      if (stand.mode === 'kiosk') kiosks.add(window)
    },
    put: (window: BrowserWindow, stand: Stand): void => {
      own.put(window, stand)
      if (leaving.has(window)) return void leaving.set(window, stand)
      if (isSameStand(standsAt(window), stand)) return
      if (platform === 'darwin' && window.isFullScreen()) {
        leaving.set(window, stand)
        window.once('leave-full-screen', () => hasLeft(window))
        return leave(window)
      }
      leave(window)
      arrive(window, stand)
    },
    isLeaving: (window: BrowserWindow): boolean => leaving.has(window),
    /** Where a window stands, or will once it has left full screen. */
    standOf: (window: BrowserWindow): Stand => leaving.get(window) ?? standsAt(window),
  }
}
