import { BrowserWindow } from 'electron'
import { deskOrigin } from '../../shared/contracts/deskOrigin.ts'
import type { Display } from '../../shared/contracts/layout.ts'
import { displayNumber } from '../../shared/displays/displayNumbers.ts'
import { numberOptions } from '../windows/consoleOptions.ts'

/** Long enough to look along six monitors and back. */
const shownMs = 4_000
const size = 240

/** Each display shows the number that it has in the picture of the desk, for some seconds, in its middle and over everything. */
export const showDisplayNumbers = (displays: readonly Display[]): void => {
  for (const display of displays) {
    const { bounds } = display
    const x = Math.round(bounds.x + (bounds.width - size) / 2)
    const y = Math.round(bounds.y + (bounds.height - size) / 2)
    const window = new BrowserWindow(numberOptions({ x, y, width: size, height: size }))
    window.once('ready-to-show', () => window.showInactive())
    void window.loadURL(`${deskOrigin}/number/?n=${displayNumber(display.id, displays)}`).catch(() => {})
    setTimeout(() => {
      if (!window.isDestroyed()) window.destroy()
    }, shownMs)
  }
}
