import { z } from 'zod'
import { IncidentId } from '../domain/ids.ts'
import { RoomBegun, RoomLook } from './deskRoom.ts'
import { DisplaysAndLayouts, LayoutChange } from './deskLayouts.ts'
import type { DeskAsk, DeskNews } from './deskNames.ts'
import { LayoutId, Placements, Region, Shelf } from './layout.ts'
import { LayoutAnswer } from './layoutRefusal.ts'
import { UpdateState } from './update.ts'
import type { Message, Payload, Reply } from './wire.ts'

const nothing = z.strictObject({})

/** An address that a person typed or a file said; what it leads to is looked at by main. */
const Address = z.string().trim().min(1).max(300)

/** What one window of the desktop knows of itself and of the workstation. */
export const DeskAbout = z.object({
  version: z.string(),
  platform: z.string(),
  /** Origin of the room's server, as `https://room.example:8135`; null before the first run. */
  server: z.string().nullable(),
  /** Why the server of this machine is not up, in the words that it printed; null: it is, or the room is elsewhere. It is tried again. */
  roomTrouble: z.string().nullable(),
  window: z.object({
    key: z.string(),
    region: z.union([Region, z.literal('begin')]),
    wall: z.string().nullable(),
    /** False while it is put away into the task bar, or not on the screen yet. */
    isSeen: z.boolean(),
  }),
  settings: z.object({
    language: z.enum(['zh-CN', 'en']),
    startsWithSystem: z.boolean(),
    /** As Electron writes accelerators, `CommandOrControl+Alt+N`; null: none. */
    hotKey: z.string().nullable(),
    /** False when another program has the hot key. */
    hasHotKey: z.boolean(),
    /** Without the system's key store sessions end with the program. */
    keepsSession: z.boolean(),
    proxy: z.string().nullable(),
  }),
})
export type DeskAbout = z.infer<typeof DeskAbout>

export const DeskWish = z.strictObject({
  language: z.enum(['zh-CN', 'en']).optional(),
  startsWithSystem: z.boolean().optional(),
  hotKey: z
    .string()
    .regex(/^[A-Za-z0-9+]{1,60}$/)
    .nullable()
    .optional(),
  proxy: z.string().trim().max(300).nullable().optional(),
})
export type DeskWish = z.infer<typeof DeskWish>

/** An alarm that nobody has acknowledged, in the words that a notification may show: no caller, no number. */
export const OpenAlarm = z.strictObject({
  id: z.string().max(200),
  title: z.string().max(120),
  text: z.string().max(200),
  isLoud: z.boolean(),
})
export type OpenAlarm = z.infer<typeof OpenAlarm>

/** Done, stopped by the person, or why not. */
export const Filed = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), path: z.string().nullable() }),
  z.object({ ok: z.literal(false), why: z.enum(['stopped', 'cannot-write', 'no-printer']) }),
])
export type Filed = z.infer<typeof Filed>

/** From a page of the desktop to its main process. */
export const toMain = {
  'desk:about': { payload: nothing, reply: DeskAbout },
  'desk:set': { payload: DeskWish, reply: DeskAbout },
  /** Is there a room at this address, and may its certificate be trusted? Nothing is kept. */
  'room:look': { payload: z.strictObject({ address: Address }), reply: RoomLook },
  /** The person read the fingerprint and trusts it from now on. */
  'room:trust': { payload: z.strictObject({ address: Address, fingerprint: z.string().max(200) }), reply: RoomLook },
  /** This workstation belongs to that room from now on. */
  'room:use': { payload: z.strictObject({ address: Address }), reply: RoomLook },
  /** This machine is the room: its server is started here. `town`: its own file is asked for, or the example town. */
  'room:begin': { payload: z.strictObject({ town: z.enum(['example', 'own']) }), reply: RoomBegun },
  /** What a room begun here told that no person has confirmed to have, `begun` null where there is nothing. */
  'room:begun': { payload: nothing, reply: z.object({ begun: RoomBegun.nullable() }) },
  /** The room's windows open, and the page that asks closes. */
  'room:enter': { payload: nothing },
  /** This workstation belongs to no room any more: back to the first page. */
  'room:leave': { payload: nothing },
  'layout:see': { payload: nothing, reply: DisplaysAndLayouts },
  /** The windows as in a layout that is kept, or as in an arrangement that is not. */
  'layout:apply': { payload: z.strictObject({ id: LayoutId.nullable(), placements: Placements }), reply: LayoutAnswer },
  'layout:change': { payload: LayoutChange, reply: LayoutAnswer },
  'layout:export': { payload: z.strictObject({ id: LayoutId }), reply: LayoutAnswer },
  'layout:import': { payload: z.strictObject({ shelf: Shelf }), reply: LayoutAnswer },
  /** Each display shows its number for some seconds. */
  'layout:identify': { payload: nothing },
  /** Every alarm that stands unacknowledged at this desk; said anew whenever the list changes. */
  'alarms:are': { payload: z.strictObject({ alarms: z.array(OpenAlarm).max(500).readonly() }) },
  /** The window that asks, as it prints. */
  'page:print': { payload: z.strictObject({ as: z.enum(['paper', 'pdf']), name: z.string().max(120) }), reply: Filed },
  'diagnostics:export': { payload: nothing, reply: Filed },
  'update:see': { payload: nothing, reply: UpdateState },
  'update:do': { payload: z.strictObject({ what: z.enum(['look', 'install']) }), reply: UpdateState },
} as const satisfies Readonly<Record<DeskAsk, Message>>

/** From the main process to its pages. */
export const toDesk = {
  'desk:changed': { payload: DeskAbout },
  /** Somebody signed in or out in another window of this desk. */
  'session:changed': { payload: nothing },
  /** The hot key: take the next report. */
  'report:next': { payload: nothing },
  /** A deep link: `xiaonao://incident/E-1042`. */
  'incident:show': { payload: z.object({ incident: IncidentId }) },
  'desk:locked': { payload: z.object({ at: z.number() }) },
  /** The person is back after `awayMs`. */
  'desk:unlocked': { payload: z.object({ at: z.number(), awayMs: z.number() }) },
  'layout:changed': { payload: DisplaysAndLayouts },
  'update:changed': { payload: UpdateState },
  /** The window of this page was put away, or is back. */
  'window:seen': { payload: z.object({ isSeen: z.boolean() }) },
} as const satisfies Readonly<Record<DeskNews, Message>>

/** What the preload puts on a page of the desktop as `window.desk`; a browser has none. */
export type DeskBridge = {
  /** Rejects with words when main refuses or is gone. */
  readonly ask: <K extends DeskAsk>(name: K, payload: Payload<(typeof toMain)[K]>) => Promise<Reply<(typeof toMain)[K]>>
  /** The answer stops listening: functions that cross the bridge are wrapped, so there is nothing else to take back. */
  readonly hear: <K extends DeskNews>(name: K, listener: (payload: Payload<(typeof toDesk)[K]>) => void) => () => void
}
