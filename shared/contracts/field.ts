import { z } from 'zod'
import { FieldCommand } from '../domain/command.ts'
import { Point } from '../domain/geo/point.ts'
import { IncidentId, PhotoId, ReportId, SentId, UnitId } from '../domain/ids.ts'
import { Assignment } from '../domain/incident/assignment.ts'
import { Caution } from '../domain/incident/caution.ts'
import { Place } from '../domain/incident/report.ts'
import { Answer } from '../domain/refusal.ts'
import { Force, KindCode, Nature, Urgency } from '../domain/taxonomy/taxonomy.ts'
import { Note } from './note.ts'

/**
 * The field page speaks HTTP upwards (an outbox can be sent again and again) and hears one word over a
 * socket: `tasks:changed`. Every request carries `Authorization: Bearer <link>`.
 */

/** What a unit is told of one of its own assignments. Nothing of other units' phones or other callers. */
export const FieldTask = z.object({
  incident: IncidentId,
  kind: KindCode,
  /** In Chinese and in English: a phone does not load the taxonomy. */
  kindName: z.string(),
  kindNameEn: z.string(),
  nature: Nature,
  urgency: Urgency,
  place: Place,
  /** The caller's words, oldest first; phone numbers inside are masked. */
  reports: z
    .array(
      z.object({
        id: ReportId,
        text: z.string(),
        at: z.number(),
        callerName: z.string().nullable(),
        /** Masked; null when none is known. `hasPhone`: it can be asked for in clear. */
        phone: z.string().nullable(),
        hasPhone: z.boolean(),
        photos: z.array(PhotoId).readonly(),
      }),
    )
    .readonly(),
  /** 注意事项: what the room knows that the unit should watch out for. */
  cautions: z.array(Caution).readonly(),
  assignment: Assignment,
  /** Others sent with it. */
  with: z.array(z.object({ name: z.string(), force: Force, lead: z.boolean(), state: z.string() })).readonly(),
  /** By when it should be on scene (UTC ms); null when no limit applies. */
  onSceneDueAt: z.number().nullable(),
})
export type FieldTask = z.infer<typeof FieldTask>

/** GET /api/field/me. */
export const FieldView = z.object({
  now: z.number(),
  unit: z.object({ id: UnitId, name: z.string(), force: Force }),
  townName: z.string(),
  townNameEn: z.string(),
  expiresAt: z.number(),
  sosAt: z.number().nullable(),
  /** Active ones first, then those that ended in this shift. */
  tasks: z.array(FieldTask).readonly(),
})
export type FieldView = z.infer<typeof FieldView>

/** POST /api/field/do: the outbox, oldest first. `sentAt` and `doneAt` are by the phone's clock; only their difference is believed. */
export const FieldOutbox = z.object({
  sentAt: z.number(),
  items: z
    .array(z.object({ id: SentId, doneAt: z.number(), command: FieldCommand }))
    .min(1)
    .max(200)
    .readonly(),
})
export type FieldOutbox = z.infer<typeof FieldOutbox>

/** One answer per item, in order. A refused item stays refused: it is shown, not sent again. */
export const FieldReceipt = z.object({ answers: z.array(z.object({ id: SentId, answer: Answer })).readonly(), view: FieldView })
export type FieldReceipt = z.infer<typeof FieldReceipt>

/** POST /api/field/positions: fixes since the last time, oldest first, the phone's clock. */
export const FieldPositions = z.object({
  sentAt: z.number(),
  fixes: z
    .array(z.object({ at: z.number(), point: Point, accuracyM: z.number().min(0).max(100_000) }))
    .min(1)
    .max(500)
    .readonly(),
})
export type FieldPositions = z.infer<typeof FieldPositions>

/** POST /api/field/photos (multipart, one file). */
export const KeptPhoto = z.object({ photo: PhotoId, point: Point.nullable(), takenAt: z.number().nullable() })
export type KeptPhoto = z.infer<typeof KeptPhoto>

/** POST /api/field/phone: the caller's number in clear; kept as an event. */
export const FieldPhoneAsk = z.object({ id: SentId, incident: IncidentId, report: ReportId })
export type FieldPhoneAsk = z.infer<typeof FieldPhoneAsk>

export const FieldPhone = z.object({ phone: z.string().nullable() })
export type FieldPhone = z.infer<typeof FieldPhone>

/** POST /api/field/report: a unit's own report (grid channel). */
export const FieldReport = z.object({
  id: SentId,
  text: z.string().trim().min(1).max(4_000),
  point: Point.nullable(),
  photos: z.array(PhotoId).max(9).readonly(),
})
export type FieldReport = z.infer<typeof FieldReport>

/** The report as the room numbered it. */
export const FieldReported = z.object({ incident: IncidentId, notes: z.array(Note).readonly() })
export type FieldReported = z.infer<typeof FieldReported>
