import { z } from 'zod'
import { Channel } from '../actor.ts'
import { Point } from '../geo/point.ts'
import { BuildingId, CommunityId, GridId, PhotoId, ReportId } from '../ids.ts'
import { KindCode, Nature, Urgency } from '../taxonomy/taxonomy.ts'

/** The longest text a report may bring, in UTF-16 units; a longer one is refused at the door. */
export const longestText = 4_000

/** Who called. Everything may be unknown. */
export const Caller = z.object({
  name: z.string().max(40).nullable(),
  /** Digits as given. On every wire but one it is masked: see `room/masked.ts`. */
  phone: z.string().max(24).nullable(),
})
export type Caller = z.infer<typeof Caller>

/** 接报: one report that came in through one channel. */
export const Report = z.object({
  id: ReportId,
  channel: Channel,
  /** The order number of the outside system; the same number twice is one report. */
  outsideId: z.string().max(64).nullable(),
  receivedAt: z.number().int(),
  /** When the outside system says it took the call; never trusted for clocks. */
  saidAt: z.number().int().nullable(),
  text: z.string().max(longestText),
  caller: Caller,
  /** The place in the caller's or the outside system's words. */
  placeText: z.string().max(200),
  point: Point.nullable(),
  building: BuildingId.nullable(),
  code110: z.string().max(12).nullable(),
  photos: z.array(PhotoId).max(9).readonly(),
})
export type Report = z.infer<typeof Report>

/** Where the matter is, as the room understands it. */
export const Place = z.object({
  text: z.string().max(200),
  point: Point.nullable(),
  building: BuildingId.nullable(),
  grid: GridId.nullable(),
  community: CommunityId.nullable(),
  /** Who says so: the brain from the words, the channel's coordinates, or a person. */
  source: z.enum(['brain', 'channel', 'person']),
})
export type Place = z.infer<typeof Place>

/** A stretch of the report's text that weighed in the decision, UTF-16 offsets, end exclusive. */
export const Mark = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  /** What it speaks for: danger, police, place, kind, or against (negation, harmless context). */
  tone: z.enum(['danger', 'police', 'kind', 'place', 'harmless']),
})
export type Mark = z.infer<typeof Mark>

/** 研判: what the brain makes of a report, with its reasons. */
export const Assessment = z.object({
  kind: KindCode,
  nature: Nature,
  urgency: Urgency,
  /** Police must go, or stay as backstop, whatever the nature. */
  policeNeeded: z.boolean(),
  /** Life is at risk now. */
  critical: z.boolean(),
  /** 0–1. Below the room's threshold the brain asks the person instead of guessing. */
  confidence: z.number().min(0).max(1),
  alternatives: z
    .array(z.object({ kind: KindCode, confidence: z.number().min(0).max(1) }))
    .max(5)
    .readonly(),
  marks: z.array(Mark).max(40).readonly(),
  /** Names of rules and sources that decided: `rule:weapon`, `code110:300100`, `words`. */
  reasons: z.array(z.string().max(80)).max(12).readonly(),
})
export type Assessment = z.infer<typeof Assessment>
