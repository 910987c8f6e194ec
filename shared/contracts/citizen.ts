import { z } from 'zod'
import { PhotoId } from '../domain/ids.ts'
import { Note } from './note.ts'

/** The citizen's page speaks HTTP under `/api/citizen`. It knows a building by its QR code, and nobody by name. */

/** What a QR code carries: a building, and a signature that only the room can make. */
export const BuildingCode = z.object({ building: z.string().min(1).max(32), signature: z.string().min(8).max(128) })
export type BuildingCode = z.infer<typeof BuildingCode>

/** GET /api/citizen/building?b=…&s=… */
export const CitizenBuilding = z.object({
  townName: z.string(),
  townNameEn: z.string(),
  name: z.string(),
  address: z.string(),
  /** Common matters of this town, to be chosen with one tap. */
  choices: z
    .array(z.object({ zh: z.string(), en: z.string() }))
    .max(12)
    .readonly(),
})
export type CitizenBuilding = z.infer<typeof CitizenBuilding>

/** POST /api/citizen/photos (one JPEG, PNG or WebP as the body) → its id. */
export const CitizenPhoto = z.object({ photo: PhotoId })
export type CitizenPhoto = z.infer<typeof CitizenPhoto>

/** POST /api/citizen/report. */
export const CitizenReport = BuildingCode.extend({
  /** Made by the page, so that a report sent twice is one report. */
  id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  text: z.string().min(1).max(4_000),
  phone: z.string().max(40).nullable(),
  photos: z.array(PhotoId).max(9).readonly(),
})
export type CitizenReport = z.infer<typeof CitizenReport>

/** Whoever holds the token may follow this one report. It says nothing by itself. */
export const CitizenReceipt = z.object({ follow: z.string(), notes: z.array(Note).readonly() })
export type CitizenReceipt = z.infer<typeof CitizenReceipt>

/** What a citizen is told of the progress; never who goes, only that somebody does. */
export const CitizenStep = z.enum(['received', 'checked', 'sent', 'coming', 'onscene', 'handled', 'closed', 'transferred', 'cancelled'])
export type CitizenStep = z.infer<typeof CitizenStep>

/** GET /api/citizen/follow?t=… */
export const CitizenView = z.object({
  now: z.number(),
  place: z.string(),
  /** The citizen's own words, with numbers in them masked. */
  text: z.string(),
  sentAt: z.number(),
  step: CitizenStep,
  /** Steps that happened, oldest first. */
  steps: z.array(z.object({ step: CitizenStep, at: z.number() })).readonly(),
  /** What comes next and by when (UTC ms), by the room's own limits; null when nothing is promised. */
  next: z.object({ step: CitizenStep, by: z.number().nullable(), isLate: z.boolean() }).nullable(),
  /** Where it was handed on to, when it was. */
  handedTo: z.enum(['12345', '110', 'town']).nullable(),
  /** It was one of several reports of the same matter. */
  isShared: z.boolean(),
  /** What the room wrote at the end for the citizen: the outcome in a word or two. */
  outcome: z.string().nullable(),
  canRate: z.boolean(),
  rating: z.object({ stars: z.number().int(), comment: z.string() }).nullable(),
})
export type CitizenView = z.infer<typeof CitizenView>

/** POST /api/citizen/rate. */
export const CitizenRating = z.object({
  follow: z.string().min(1).max(400),
  stars: z.number().int().min(1).max(5),
  comment: z.string().max(500),
})
export type CitizenRating = z.infer<typeof CitizenRating>
