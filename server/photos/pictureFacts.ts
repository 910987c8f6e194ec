import exifr from 'exifr'
import { Point } from '../../shared/domain/geo/point.ts'

/** What the camera wrote beside the picture. */
export type PictureFacts = { readonly point: Point | null; readonly takenAt: number | null }

const nothing: PictureFacts = { point: null, takenAt: null }

const exifTime = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})/
const exifOffset = /^([+-])(\d{2}):(\d{2})$/

const offsetMinutes = (text: unknown, fallback: number): number => {
  const parts = typeof text === 'string' ? exifOffset.exec(text) : null
  if (!parts) return fallback
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]))
}

/** EXIF writes the camera's wall clock; the zone only sometimes, so that the town's stands in. UTC ms. */
export const takenAtOf = (time: unknown, offset: unknown, townOffsetMinutes: number): number | null => {
  const parts = typeof time === 'string' ? exifTime.exec(time) : null
  if (!parts) return null
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [number, number, number, number, number, number]
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - offsetMinutes(offset, townOffsetMinutes) * 60_000
  return year < 1990 || Number.isNaN(at) ? null : at
}

const pointOf = (latitude: unknown, longitude: unknown): Point | null => {
  const parsed = Point.safeParse([longitude, latitude])
  // 0, 0 is what cameras write that have no fix.
  return parsed.success && (parsed.data[0] !== 0 || parsed.data[1] !== 0) ? parsed.data : null
}

/** Position and time as the camera wrote them; nothing where it did not or where they cannot be read. */
export const factsOf = async (bytes: Uint8Array, townOffsetMinutes: number): Promise<PictureFacts> => {
  try {
    const exif: unknown = await exifr.parse(bytes, {
      tiff: true,
      exif: true,
      gps: true,
      reviveValues: false,
      xmp: false,
      icc: false,
      iptc: false,
    })
    if (typeof exif !== 'object' || exif === null) return nothing
    const tags = exif as Readonly<Record<string, unknown>>
    const takenAt = takenAtOf(
      tags['DateTimeOriginal'] ?? tags['CreateDate'],
      tags['OffsetTimeOriginal'] ?? tags['OffsetTime'],
      townOffsetMinutes,
    )
    return { point: pointOf(tags['latitude'], tags['longitude']), takenAt }
  } catch {
    return nothing
  }
}
