import type { BrowserWindow } from 'electron'
import type { Rect, WindowMode } from '../../shared/contracts/layout.ts'
import { isSameRect } from '../../shared/displays/area.ts'

/** Where a window stands: `bounds` are those that it has, or comes back to, when it fills nothing. */
export type Stand = { readonly bounds: Rect; readonly mode: WindowMode }

const modeOf = (window: BrowserWindow, isMadeKiosk: boolean): WindowMode => {
  if (window.isKiosk() || window.isFullScreen()) return isMadeKiosk ? 'kiosk' : 'full-screen'
  return window.isMaximized() ? 'maximized' : 'normal'
}

/** Where it stands now. Windows and Linux call every window in full screen a kiosk, hence what it was made as. */
export const standOf = (window: BrowserWindow, isMadeKiosk: boolean): Stand => ({
  bounds: window.getNormalBounds(),
  mode: modeOf(window, isMadeKiosk),
})

export const isSameStand = (a: Stand, b: Stand): boolean => a.mode === b.mode && isSameRect(a.bounds, b.bounds)
