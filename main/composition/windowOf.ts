import { BrowserWindow, type WebContents } from 'electron'

/** The window that a page stands in; a page that asks always stands in one. */
export const windowOf = (contents: WebContents): BrowserWindow => {
  const window = BrowserWindow.fromWebContents(contents)
  if (!window) throw new Error('A page that asks stands in a window')
  return window
}
