import type { BrowserWindow } from 'electron'
import type { DeskNews } from '../../shared/contracts/deskNames.ts'

/** Whether a person could see the window: it is open on a screen and not put away into the task bar. */
export const isWindowSeen = (window: BrowserWindow): boolean => !window.isDestroyed() && window.isVisible() && !window.isMinimized()

const news: DeskNews = 'window:seen'

/**
 * Tells a page when its window is put away and when it is back. It could not know: that nothing of it is slowed down while
 * it is hidden, as alarms need, also makes Chromium call it visible for ever (Electron, `backgroundThrottling`).
 */
export const tellWindowSeen = (window: BrowserWindow): void => {
  const tell = () => {
    if (!window.isDestroyed()) window.webContents.send(news, { isSeen: isWindowSeen(window) })
  }
  window.on('minimize', tell)
  window.on('hide', tell)
  window.on('restore', tell)
  window.on('show', tell)
}
