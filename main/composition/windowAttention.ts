import type { BrowserWindow, WebContents } from 'electron'
import type { DeskNews } from '../../shared/contracts/deskNames.ts'
import type { Placement } from '../../shared/contracts/layout.ts'
import type { KeptWindow } from '../windows/windowKeeper.ts'

type Needs = {
  readonly windows: () => readonly KeptWindow[]
  /** Windows that are in no layout: the first page, or management. */
  readonly others: () => readonly BrowserWindow[]
}

/** Where reports are taken: the window for them, else the one that shows everything. */
const taking: readonly Placement['region'][] = ['queue', 'all']
/** The order in which a person looks for the desk; a wall is nobody's place. */
const sought: readonly Placement['region'][] = [...taking, 'map', 'board', 'supervise']

const bring = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Brings windows of the desk to the person, and tells the one console that takes reports. */
export const windowAttention = ({ windows, others }: Needs) => {
  const inOrder = (regions: readonly Placement['region'][]): readonly BrowserWindow[] =>
    regions.flatMap((region) => windows().flatMap(({ window, placement }) => (placement.region === region ? [window] : [])))

  const first = (): BrowserWindow | undefined => inOrder(sought)[0] ?? others()[0]

  return {
    raiseConsole: () => {
      const window = first()
      if (window) bring(window)
    },
    /** All of the desk before other programs; the keyboard to the one where reports are taken. */
    raiseAll: () => {
      for (const window of [...others(), ...inOrder(sought)]) {
        if (window.isMinimized()) window.restore()
        window.showInactive()
      }
      const window = first()
      if (window) bring(window)
    },
    raiseById: (id: string) => {
      const found = windows().find(({ placement }) => placement.id === id)
      if (found) bring(found.window)
    },
    /** Tells the console that takes reports and brings it to the person; false when there is none that can hear. One alone, since two would both act. */
    tellConsole: (name: DeskNews, payload: unknown, hears: (contents: WebContents) => boolean = () => true): boolean => {
      const window = inOrder(taking).find(({ webContents }) => hears(webContents))
      if (!window) return false
      window.webContents.send(name, payload)
      bring(window)
      return true
    },
  }
}
