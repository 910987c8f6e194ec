import { EventEmitter } from 'node:events'
import type { Tray as ElectronTray } from 'electron'
import { offer } from '../offer.ts'
import type { Recorder } from '../recorder.ts'
import { menuSeen, type MenuSeen, type OfferedMenu } from './menu.ts'

export type OfferedTray = EventEmitter &
  Pick<ElectronTray, 'setToolTip' | 'setTitle' | 'setImage' | 'destroy' | 'isDestroyed' | 'getBounds'> & {
    readonly setContextMenu: (menu: OfferedMenu | null) => void
  }

export type TraySeen = { readonly toolTip: string; readonly menu: readonly MenuSeen[] }

export type TrayPart = {
  readonly Tray: new (image: unknown) => OfferedTray
  readonly seen: () => readonly TraySeen[]
  readonly click: () => void
  readonly menu: () => OfferedMenu | undefined
}

/** The system's tray: kept, and clicked by a test. */
export function trayPart({ record }: Recorder): TrayPart {
  type Kept = { readonly heard: EventEmitter; toolTip: string; menu: OfferedMenu | undefined }
  const trays = new Set<Kept>()

  class Tray {
    constructor(_image: unknown) {
      const kept: Kept = { heard: new EventEmitter(), toolTip: '', menu: undefined }
      trays.add(kept)
      const tray = Object.assign(kept.heard, {
        setToolTip: (text: string) => {
          kept.toolTip = text
        },
        setTitle: (title: string) => record('Tray.setTitle', title),
        setImage: () => record('Tray.setImage'),
        setContextMenu: (menu: OfferedMenu | null) => {
          kept.menu = menu ?? undefined
        },
        destroy: () => void trays.delete(kept),
        isDestroyed: () => !trays.has(kept),
        getBounds: () => ({ x: 0, y: 0, width: 22, height: 22 }),
      })
      return offer('Tray', tray, ['click', 'right-click', 'double-click']) as unknown as Tray
    }
  }

  return {
    Tray: Tray as unknown as TrayPart['Tray'],
    seen: () => [...trays].map(({ toolTip, menu }) => ({ toolTip, menu: menu ? menuSeen(menu) : [] })),
    click: () => {
      for (const { heard } of trays) heard.emit('click', {})
    },
    menu: () => [...trays][0]?.menu,
  }
}
