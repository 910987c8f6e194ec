import { join } from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import { trayTemplate, trayTip, type TrayActs, type TrayState } from './trayTemplate.ts'

/** The program's sign beside the clock. Where a desktop has no such place nothing is shown, and nothing is missing. */
export const deskTray = (folder: string, act: TrayActs, onTrouble: (error: unknown) => void) => {
  let tray: Tray | null = null
  const made = (): Tray | null => {
    try {
      tray ??= new Tray(nativeImage.createFromPath(join(folder, 'tray.png')))
      tray.on('click', act.raiseAll)
    } catch (error) {
      onTrouble(error)
    }
    return tray
  }
  made()
  return {
    show: (state: TrayState) => {
      tray?.setToolTip(trayTip(state))
      tray?.setContextMenu(Menu.buildFromTemplate(trayTemplate(state, act)))
    },
    remove: () => {
      tray?.destroy()
      tray = null
    },
  }
}
