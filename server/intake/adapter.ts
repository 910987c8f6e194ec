import type { z } from 'zod'
import type { Channel } from '../../shared/domain/actor.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { BuildingId, PhotoId, TownId } from '../../shared/domain/ids.ts'
import { problemsOf, type Problem, type Warning } from './problem.ts'

/** What an adapter made of a form. */
export type Read =
  | { readonly ok: true; readonly report: IncomingReport; readonly outsideId: string; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export type KeepPhoto = (
  bytes: Uint8Array,
) => Promise<{ readonly ok: true; readonly photo: PhotoId } | { readonly ok: false; readonly reason: string }>

/** A building whose QR code was really made by this product. */
export type VerifiedBuilding = {
  readonly town: TownId
  readonly building: BuildingId
  readonly name: string
  readonly address: string
  readonly point: Point
}

export type VerifyBuilding = (building: string, signature: string) => VerifiedBuilding | null | Promise<VerifiedBuilding | null>

/** What reading a form may ask of the room: its clock, a place to keep pictures and find them, and which town it is for. */
export type Reading = {
  readonly now: number
  readonly keepPhoto: KeepPhoto
  /** True when a photo was kept before, for the town of this form. */
  readonly hasPhoto: (photo: PhotoId) => Promise<boolean>
  readonly verifyBuilding: VerifyBuilding
  readonly holder: { readonly town: TownId }
}

/** One intake channel: the outside form, and how it becomes a report. */
export type Adapter = {
  readonly channel: Channel
  readonly titleZh: string
  readonly titleEn: string
  /** For the API page; `read` uses the same. */
  readonly form: z.ZodType
  readonly examples: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>
  /** The longest body, bytes. */
  readonly bodyLimit: number
  readonly most: { readonly max: number; readonly timeWindowMs: number }
  readonly read: (body: unknown, reading: Reading) => Promise<Read>
}

/** Checks the form and hands it on; a wrong form never reaches `then`. */
export const checked = async <F extends z.ZodType>(
  form: F,
  body: unknown,
  then: (form: z.output<F>) => Read | Promise<Read>,
): Promise<Read> => {
  const parsed = form.safeParse(body, { reportInput: true })
  return parsed.success ? then(parsed.data) : { ok: false, problems: problemsOf(parsed.error) }
}

/** 256 kB: a form of words. */
export const wordsBodyLimit = 256 * 1_024

/** 3 MB: a form with a picture of 2 MB in base64. */
export const pictureBodyLimit = 3 * 1_024 * 1_024
