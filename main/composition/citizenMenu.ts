import { app, BrowserWindow, dialog, Menu, type WebContents } from 'electron'
import { menuTemplate } from '../menu/menuTemplate.ts'
import { menuWords } from '../menu/words.ts'
import { nextZoom } from '../menu/zoomSteps.ts'
import { printPage } from '../printing/printPage.ts'
import { deskTray } from '../tray/deskTray.ts'
import type { DeskLayouts } from './deskLayouts.ts'
import type { DeskState } from './deskState.ts'
import type { DeskWindows } from './deskWindows.ts'
import type { RoomKeeping } from './roomKeeping.ts'
import { showDisplayNumbers } from './showDisplayNumbers.ts'

type Needs = {
  readonly state: DeskState
  readonly room: RoomKeeping
  readonly windows: DeskWindows
  readonly layouts: Pick<DeskLayouts, 'see' | 'apply'>
  readonly icons: string
  readonly alarms: () => number
  readonly diagnostics: (over: BrowserWindow) => void
}

/** The menu of the program and its sign beside the clock, kept as the desk is. */
export const citizenMenu = ({ state: { workstation, log }, room, windows, layouts, icons, alarms, diagnostics }: Needs) => {
  const onFocused = (act: (window: BrowserWindow) => void) => () => {
    const window = BrowserWindow.getFocusedWindow()
    if (window) act(window)
  }

  const zoom = (contents: WebContents, way: 'in' | 'out' | 'reset') => {
    const next = nextZoom(contents.getZoomFactor(), way)
    contents.setZoomFactor(next)
    const placement = windows.placementOf(contents)
    if (placement) windows.remember({ ...placement, zoom: next })
  }

  const words = () => menuWords[workstation.now().language]
  const known = () => layouts.see().layouts.layouts.map(({ layout: { id, name } }) => ({ id, name }))
  const apply = (id: string) => void layouts.apply(id, []).catch((error: unknown) => log.trouble('layout', error))

  const leave = onFocused((window) => {
    const { leaveAsk, leaveYes, no } = words()
    const asked = dialog.showMessageBox(window, { type: 'warning', message: leaveAsk, buttons: [leaveYes, no], defaultId: 1, cancelId: 1 })
    void asked.then(({ response }) => response === 0 && room.leave())
  })
  const about = onFocused((window) => {
    const { aboutText, ok } = words()
    void dialog.showMessageBox(window, { type: 'info', message: aboutText(app.getVersion()), buttons: [ok] })
  })

  const tray = deskTray(
    icons,
    { raise: windows.raiseById, raiseAll: windows.raiseAll, applyLayout: apply, quit: () => app.quit() },
    (error) => log.trouble('tray', error),
  )

  const refreshTray = () =>
    tray.show({
      language: workstation.now().language,
      windows: windows.titles(),
      layouts: room.server() === null ? [] : known(),
      alarms: alarms(),
    })

  return {
    zoom,
    refreshTray,
    /** The language, the layouts or the room are others now. */
    refresh: () => {
      const template = menuTemplate(
        {
          words: words(),
          isMac: process.platform === 'darwin',
          isPackaged: app.isPackaged,
          hasRoom: room.server() !== null,
          layouts: known(),
        },
        {
          print: (as) => onFocused((window) => void printPage(window, as, window.getTitle(), (error) => log.trouble('print', error)))(),
          leave,
          about,
          reload: onFocused(({ webContents }) => webContents.reload()),
          zoom: (way) => onFocused(({ webContents }) => zoom(webContents, way))(),
          toggleFullScreen: onFocused((window) => window.setFullScreen(!window.isFullScreen())),
          applyLayout: apply,
          identify: () => showDisplayNumbers(layouts.see().displays),
          diagnostics: onFocused(diagnostics),
          quit: () => app.quit(),
        },
      )
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
      refreshTray()
    },
    remove: tray.remove,
  }
}
