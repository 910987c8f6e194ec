import { app, type WebContents } from 'electron'
import type { DeskAbout } from '../../shared/contracts/desk.ts'
import type { DeskAnswers } from '../desk/openDeskDoor.ts'
import type { WindowKind } from '../desk/trustedSenders.ts'
import { isWindowSeen } from '../windows/windowSeen.ts'
import { startAgain } from '../startup/startAgain.ts'
import type { DeskState } from './deskState.ts'
import type { DeskWindows } from './deskWindows.ts'
import type { RoomKeeping } from './roomKeeping.ts'
import { windowOf } from './windowOf.ts'

type Parts = {
  readonly state: DeskState
  readonly room: RoomKeeping
  readonly windows: DeskWindows
  readonly hasHotKey: () => boolean
  /** The room's windows open. */
  readonly enter: () => void
}

/** What the desktop says of itself to the window that asks. */
export const aboutDesk = (
  { state, room, windows, hasHotKey }: Omit<Parts, 'enter'>,
  contents: WebContents,
  kind: WindowKind,
): DeskAbout => {
  const { language, startsWithSystem, hotKey, proxy } = state.workstation.now()
  const placement = windows.placementOf(contents)
  return {
    version: app.getVersion(),
    platform: process.platform,
    server: room.server(),
    roomTrouble: room.trouble(),
    window: {
      key: placement?.id ?? kind,
      region: placement?.region ?? (kind === 'begin' ? 'begin' : 'supervise'),
      wall: placement?.wall ?? null,
      isSeen: isWindowSeen(windowOf(contents)),
    },
    settings: { language, startsWithSystem, hotKey, hasHotKey: hasHotKey(), keepsSession: state.session.isKept(), proxy },
  }
}

/** Answers about the desk itself and the room that it belongs to. */
export const roomAnswers = (parts: Parts) =>
  ({
    'desk:about': (_, { contents, kind }) => aboutDesk(parts, contents, kind),
    'room:look': ({ address }) => parts.room.look(address),
    'room:trust': ({ address, fingerprint }) => parts.room.trust(address, fingerprint),
    'room:use': ({ address }) => parts.room.use(address),
    'room:begin': ({ town }) => parts.room.begin(town),
    'room:begun': () => ({ begun: parts.room.unread() }),
    'room:enter': () => {
      if (parts.room.server() === null) return
      parts.room.written()
      if (!parts.room.mustStartAgain()) return parts.enter()
      startAgain()
      app.quit()
    },
    'room:leave': () => parts.room.leave(),
  }) satisfies Partial<DeskAnswers>
