import { z } from 'zod'
import { Channel } from '../domain/actor.ts'
import { ConsoleCommand } from '../domain/command.ts'
import type { RecordedEvent } from '../domain/event.ts'
import { AccountId, IncidentId, ReportId, SentId, WallId } from '../domain/ids.ts'
import { Place } from '../domain/incident/report.ts'
import { Answer, Refusal } from '../domain/refusal.ts'
import { Recommendation } from '../domain/routing/recommendation.ts'
import { KindCode } from '../domain/taxonomy/taxonomy.ts'
import { OpinionAnswer, OpinionWish } from './opinion.ts'
import { WallUp } from './wall.ts'
import type { Wire } from './wire.ts'

/** The server's own words are not checked again by the page that shows them; only typed. */
const fromServer = <T>() => z.custom<T>()

const refused = z.object({ ok: z.literal(false), refusal: Refusal })

/** A call that came before, from the same number or the same building. */
export const EarlierCall = z.object({
  incident: IncidentId,
  at: z.number(),
  kind: KindCode,
  channel: Channel,
  text: z.string(),
  same: z.enum(['caller', 'building', 'both']),
  outcome: z.string().nullable(),
})
export type EarlierCall = z.infer<typeof EarlierCall>

/** A place that the words may mean. */
export const PlaceCandidate = z.object({ place: Place, label: z.string(), confidence: z.number(), why: z.string() })
export type PlaceCandidate = z.infer<typeof PlaceCandidate>

/** What to ask the caller next, in both languages. */
export const OpenQuestion = z.object({ zh: z.string(), en: z.string() })
export type OpenQuestion = z.infer<typeof OpenQuestion>

/**
 * What a console catches up with: everything since its position, or a whole board when that is too far behind.
 *
 * `packed` is gzip of the board's JSON; it may be some seconds old, and `events` are what came after it.
 */
export type CatchUp =
  | { readonly kind: 'events'; readonly events: readonly RecordedEvent[]; readonly now: number }
  | { readonly kind: 'board'; readonly packed: Uint8Array; readonly events: readonly RecordedEvent[]; readonly now: number }

/** What the room's machinery is doing, for the status bar and the supervisor. */
export type RoomHealth = {
  readonly now: number
  /** Forms refused and kept aside for inspection, not yet looked at. */
  readonly rejects: number
  readonly consoles: number
  /** Units whose phones are connected, or whose position is not old yet. */
  readonly unitsOnline: number
  /** False when the journal cannot write: nothing can be acknowledged. */
  readonly canKeep: boolean
  /** How far the room's time is ahead of its machine's clock, which was set back or had been wrong before, ms. */
  readonly clockAheadMs: number
}

/** Less is what time servers correct, and nobody's business. */
export const clockAheadShownFromMs = 5 * 60_000

/** From a console to the server. */
export const toServer = {
  'command:do': { payload: z.object({ id: SentId, command: ConsoleCommand }), reply: Answer },
  /** Everything after `after` (0: from the beginning, answered with a board), and from then on as it happens. */
  'journal:follow': { payload: z.object({ after: z.number().int().min(0) }), reply: fromServer<CatchUp>() },
  'incident:history': { payload: z.object({ incident: IncidentId }), reply: fromServer<readonly RecordedEvent[]>() },
  'route:recommend': {
    payload: z.object({ incident: IncidentId }),
    reply: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), recommendation: Recommendation }), refused]),
  },
  /** A number in clear; that it was read is itself an event. */
  'phone:reveal': {
    payload: z.object({ id: SentId, incident: IncidentId, report: ReportId, purpose: z.string().trim().max(200) }),
    reply: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), phone: z.string().nullable() }), refused]),
  },
  'calls:earlier': { payload: z.object({ incident: IncidentId }), reply: z.array(EarlierCall).readonly() },
  /** What the kind asks for and the reports do not say yet; empty for a matter that has ended. */
  'incident:questions': { payload: z.object({ incident: IncidentId }), reply: z.array(OpenQuestion).readonly() },
  /** Asked by a person who wants one, and at no other time. */
  'opinion:ask': {
    payload: OpinionWish,
    reply: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), answer: OpinionAnswer }), refused]),
  },
  /** Where a free text may be; for the card's address and the map's search. */
  'place:search': { payload: z.object({ text: z.string().trim().min(1).max(200) }), reply: z.array(PlaceCandidate).readonly() },
  /** Which incident this console has open, for the others to see. */
  'presence:look': { payload: z.object({ incident: IncidentId.nullable() }) },
  /** Which wall this page is a screen of by a person's session; null: of none. One that came by a pass says nothing. A wall that the room does not have is none. */
  'presence:wall': { payload: z.object({ wall: WallId.nullable() }) },
  /** Whether positions are told to this console: one that shows no map, or that nobody sees, wants none. Wanting is answered with where everyone is now. */
  'positions:want': { payload: z.object({ want: z.boolean() }) },
  /** A report taken by telephone at the console (人工接报). */
  'report:bring': {
    payload: z.object({
      id: SentId,
      text: z.string().trim().min(1).max(4_000),
      callerName: z.string().trim().max(40).nullable(),
      callerPhone: z.string().trim().max(24).nullable(),
      place: Place.nullable(),
      placeText: z.string().trim().max(200),
    }),
    reply: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), incident: IncidentId }), refused]),
  },
} as const satisfies Wire

/** Who looks at which incident. */
export const Look = z.object({ account: AccountId, name: z.string(), incident: IncidentId })
export type Look = z.infer<typeof Look>

/** From the server to a console. */
export const toConsole = {
  'journal:events': { payload: fromServer<readonly RecordedEvent[]>() },
  /** `encodePositions` of every unit that moved since the last message. */
  'positions:moved': { payload: fromServer<ArrayBuffer | Uint8Array>() },
  'presence:looks': { payload: z.array(Look).readonly() },
  /** Which walls are up, to every desk. */
  'presence:walls': { payload: z.array(WallUp).readonly() },
  'recommendation:offered': { payload: Recommendation },
  'room:health': { payload: fromServer<RoomHealth>() },
  /** The person's session was ended or revoked; the page goes back to sign-in. */
  'session:ended': { payload: z.object({ why: z.enum(['signed-out', 'revoked', 'expired', 'rights-changed']) }) },
} as const satisfies Wire
