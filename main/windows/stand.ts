import type { BrowserWindow } from 'electron'
import type { Rect, WindowMode } from '../../shared/contracts/layout.ts'
import { isSameRect } from '../../shared/displays/area.ts'

/** Where a window stands: `bounds` are those that it has, or comes back to, when it fills nothing. */
export type Stand = { readonly bounds: Rect; readonly mode: WindowMode }

const modeOf = (window: BrowserWindow): WindowMode => {
  if (window.isKiosk()) return 'kiosk'
  if (window.isFullScreen()) return 'full-screen'
  return window.isMaximized() ? 'maximized' : 'normal'
}

/** Where it stands now. */
export const standOf = (window: BrowserWindow): Stand => ({ bounds: window.getNormalBounds(), mode: modeOf(window) })

export const isSameStand = (a: Stand, b: Stand): boolean => a.mode === b.mode && isSameRect(a.bounds, b.bounds)
