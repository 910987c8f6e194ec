import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Point } from '../../shared/domain/geo/point.ts'
import { PhotoId, type TownId } from '../../shared/domain/ids.ts'
import { developPicture } from './developPicture.ts'
import { inTurn } from './inTurn.ts'
import { factsOf } from './pictureFacts.ts'
import { exists, writeDurably } from './writeDurably.ts'

/** 10 MB, a phone's full picture. */
const mostBytes = 10 * 1024 * 1024

/** What a town keeps of a photo beside its pixels. */
export const PhotoRecord = z.object({
  photo: PhotoId,
  town: z.string(),
  keptAt: z.number(),
  /** Where and when it was taken, as the camera wrote; null when it did not. */
  point: Point.nullable(),
  takenAt: z.number().nullable(),
  width: z.number().int(),
  height: z.number().int(),
})
export type PhotoRecord = z.infer<typeof PhotoRecord>

export type Kept =
  | ({ readonly ok: true } & Pick<PhotoRecord, 'photo' | 'point' | 'takenAt' | 'width' | 'height'>)
  | { readonly ok: false; readonly problem: 'too-large' | 'not-a-picture' | 'too-many-pixels' | 'cannot-keep' }

export type PhotoStore = {
  /** Answers when the picture, its thumbnail and the town's record are on the disk. The same pixels are kept once. */
  readonly keep: (bytes: Uint8Array, about: { readonly town: TownId }) => Promise<Kept>
  /** JPEG bytes; null when the town has no such photo. */
  readonly read: (photo: PhotoId, town: TownId, size: 'full' | 'thumb') => Promise<Buffer | null>
  readonly has: (photo: PhotoId, town: TownId) => Promise<boolean>
  readonly recordOf: (photo: PhotoId, town: TownId) => Promise<PhotoRecord | null>
}

type Needs = {
  readonly folder: string
  readonly now: () => number
  /** Minutes east of UTC of the cameras' clocks, where a picture does not say. China: 480. */
  readonly utcOffsetMinutes?: number
  readonly onTrouble?: (error: unknown) => void
}

/**
 * Photos as files: `<folder>/<ab>/<sha256>.jpg`, `….thumb.jpg`, and one `….<town>.json` for each town that
 * brought it: that file is the town's right to read. The id is the SHA-256 of the kept JPEG, so that a
 * changed file shows.
 */
export const photoStore = ({ folder, now, utcOffsetMinutes = 480, onTrouble = () => undefined }: Needs): PhotoStore => {
  // Two at a time: each may need 200 MB while it is decoded.
  const turn = inTurn(2)
  const pathOf = (photo: PhotoId, ending: string) => join(folder, photo.slice(0, 2), `${photo}.${ending}`)

  const recordOf = async (photo: PhotoId, town: TownId): Promise<PhotoRecord | null> => {
    try {
      return PhotoRecord.parse(JSON.parse(await readFile(pathOf(photo, `${town}.json`), 'utf8')))
    } catch {
      return null
    }
  }

  const keep: PhotoStore['keep'] = async (bytes, { town }) => {
    if (bytes.length > mostBytes) return { ok: false, problem: 'too-large' }
    const developed = await developPicture(bytes)
    if (!developed.ok) return developed
    const { picture, thumb, width, height } = developed
    const photo = PhotoId.parse(createHash('sha256').update(picture).digest('hex'))
    const known = await recordOf(photo, town)
    if (known) return { ok: true, photo, point: known.point, takenAt: known.takenAt, width, height }
    const { point, takenAt } = await factsOf(bytes, utcOffsetMinutes)
    const record: PhotoRecord = { photo, town, keptAt: now(), point, takenAt, width, height }
    try {
      if (!(await exists(pathOf(photo, 'jpg')))) await writeDurably(pathOf(photo, 'jpg'), picture)
      if (!(await exists(pathOf(photo, 'thumb.jpg')))) await writeDurably(pathOf(photo, 'thumb.jpg'), thumb)
      await writeDurably(pathOf(photo, `${town}.json`), Buffer.from(JSON.stringify(record)))
    } catch (error) {
      onTrouble(error)
      return { ok: false, problem: 'cannot-keep' }
    }
    return { ok: true, photo, point, takenAt, width, height }
  }

  const has: PhotoStore['has'] = (photo, town) => exists(pathOf(photo, `${town}.json`))

  return {
    keep: (bytes, about) => turn(() => keep(bytes, about)),
    read: async (photo, town, size) => {
      if (!(await has(photo, town))) return null
      return readFile(pathOf(photo, size === 'thumb' ? 'thumb.jpg' : 'jpg')).catch(() => null)
    },
    has,
    recordOf,
  }
}
