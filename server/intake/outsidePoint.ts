import gcoord from 'gcoord'
import { z } from 'zod'
import { isInChina, type Point } from '../../shared/domain/geo/point.ts'
import type { Problem, Warning } from './problem.ts'

/** In which system a sender measures. */
export const Frame = z.enum(['WGS84', 'GCJ02', 'BD09'])
export type Frame = z.infer<typeof Frame>

const frames = { WGS84: gcoord.WGS84, GCJ02: gcoord.GCJ02, BD09: gcoord.BD09 } as const

/** Degrees, as a number or as digits in text; null when absent or empty. */
export const degrees = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .max(32)
      .regex(/^(?:-?\d{1,3}(?:\.\d{1,17})?)?$/),
  ])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : Number(value)))

/** Seven decimals are 1.1 cm: more would be an accuracy nobody has. */
const rounded = (value: number): number => Math.round(value * 1e7) / 1e7

/** A position measured in `frame`, as WGS-84 degrees. Outside China the three systems are one. */
export const toWgs84 = (point: Point, frame: Frame): Point => {
  if (frame === 'WGS84') return point
  const [lon, lat] = gcoord.transform([point[0], point[1]], frames[frame], gcoord.WGS84) as [number, number]
  return [rounded(lon), rounded(lat)]
}

/** The names of a form's two fields, for what is said about them. */
export type PointFields = { readonly lon: string; readonly lat: string }

export type ReadPoint =
  | { readonly ok: true; readonly point: Point | null; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const none: ReadPoint = { ok: true, point: null, warnings: [] }

const without = (field: string, reason: string, zh: string, en: string): ReadPoint => ({
  ok: true,
  point: null,
  warnings: [{ field, reason, zh, en }],
})

/**
 * The position of a form, in WGS-84; a position that cannot be believed never stops a report.
 *
 * One thing does: longitude and latitude exchanged. That is an error of the sender's program which would
 * send every unit to the wrong place, so it must be noticed on the first day.
 */
export const outsidePoint = (lon: number | null, lat: number | null, frame: Frame, fields: PointFields): ReadPoint => {
  if (lon === null && lat === null) return none
  if (lon === null || lat === null) {
    const field = lon === null ? fields.lon : fields.lat
    return without(
      field,
      'half-a-position',
      '经纬度只有一个，坐标未采用',
      'only one of longitude and latitude was given; position not used',
    )
  }
  if (lon === 0 && lat === 0) return without(fields.lon, 'no-position', '坐标为 0,0，按无坐标处理', '0,0 is taken as no position')
  if (isInChina([lon, lat])) return { ok: true, point: toWgs84([lon, lat], frame), warnings: [] }
  if (!isInChina([lat, lon]))
    return without(fields.lon, 'outside-china', '坐标不在中国境内，未采用', 'lies outside China; position not used')
  const zh = `经纬度疑似颠倒：${fields.lon} 应为经度（73–136），${fields.lat} 应为纬度（3–54）`
  const en = `longitude and latitude are exchanged: ${fields.lon} must be the longitude (73–136), ${fields.lat} the latitude (3–54)`
  return { ok: false, problems: [{ field: fields.lon, reason: 'swapped', zh, en }] }
}
