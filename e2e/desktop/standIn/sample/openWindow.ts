import { BrowserWindow } from 'electron'
import { fileURLToPath } from 'node:url'
import { say } from './say.ts'

const preload = fileURLToPath(new URL('preload.cjs', import.meta.url))

/** Whether windows refuse to close. */
export const kept = { open: false }

/** A window at this place, whose number it answers; what happens to it is written out. */
export function openWindow(bounds: Electron.Rectangle): number {
  const window = new BrowserWindow({ ...bounds, webPreferences: { preload, additionalArguments: ['--window=sample'] } })
  const { id } = window
  const told = (event: string) => (): void => say('window', id, event)
  window.on('ready-to-show', told('ready-to-show'))
  window.on('closed', told('closed'))
  window.on('focus', told('focus'))
  window.on('blur', told('blur'))
  window.on('move', told('move'))
  window.on('resize', told('resize'))
  window.on('enter-full-screen', told('enter-full-screen'))
  window.on('leave-full-screen', told('leave-full-screen'))
  window.on('close', (event) => {
    say('window', id, 'close')
    if (kept.open) event.preventDefault()
  })
  void window.loadURL('app://sample/page.html')
  return id
}
