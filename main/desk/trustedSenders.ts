import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { deskHost, deskScheme } from '../../shared/contracts/deskOrigin.ts'
import type { DeskAsk } from '../../shared/contracts/deskNames.ts'

/** What a window is for decides what its page may ask. */
export type WindowKind = 'console' | 'wall' | 'supervise' | 'begin'

const everyone: readonly DeskAsk[] = ['desk:about']
const joining: readonly DeskAsk[] = ['room:look', 'room:trust', 'room:use', 'room:begin', 'room:begun', 'room:enter', 'desk:set']
const working: readonly DeskAsk[] = [
  'desk:set',
  'room:leave',
  'layout:see',
  'layout:apply',
  'layout:change',
  'layout:export',
  'layout:import',
  'layout:identify',
  'alarms:are',
  'page:print',
  'diagnostics:export',
  'update:see',
  'update:do',
]

/** The bridge of a wall, which visitors stand before, opens nothing but the knowledge of where it is. */
const mayAsk: Readonly<Record<WindowKind, readonly DeskAsk[]>> = {
  console: [...everyone, ...working],
  supervise: [...everyone, 'page:print', 'diagnostics:export'],
  wall: everyone,
  begin: [...everyone, ...joining],
}

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>

/** Pages that main opened itself. Whoever is not among them, or asks from a frame or another origin, is nobody. */
export const trustedSenders = () => {
  const kinds = new Map<number, WindowKind>()
  return {
    add: (contents: WebContents, kind: WindowKind) => {
      const { id } = contents
      kinds.set(id, kind)
      contents.once('destroyed', () => kinds.delete(id))
    },
    /** The kind of the window that asks; null for anyone who is not a page of ours in its main frame. */
    kindOf: ({ sender, senderFrame }: Sender): WindowKind | null => {
      const kind = kinds.get(sender.id)
      if (kind === undefined || senderFrame === null || senderFrame.parent !== null) return null
      if (!URL.canParse(senderFrame.url)) return null
      const { protocol, host } = new URL(senderFrame.url)
      return protocol === `${deskScheme}:` && host === deskHost ? kind : null
    },
    mayAsk: (kind: WindowKind, name: DeskAsk): boolean => mayAsk[kind].includes(name),
  }
}

export type TrustedSenders = ReturnType<typeof trustedSenders>
