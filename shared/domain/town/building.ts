import { z } from 'zod'
import { Point } from '../geo/point.ts'
import { Ring } from '../geo/ring.ts'
import { BuildingId, GridId } from '../ids.ts'

export const BuildingKind = z.enum([
  'residential',
  'office',
  'market',
  'mall',
  'hotel',
  'hospital',
  'school',
  'public',
  'station',
  'industrial',
  'other',
])
export type BuildingKind = z.infer<typeof BuildingKind>

/** 楼宇: a building with its address, as people on the telephone name it. */
export const Building = z
  .object({
    id: BuildingId,
    name: z.string().min(1).max(60),
    /** Road and number, for example `钱江路58号`; the town's name is not repeated. */
    address: z.string().min(1).max(80),
    /** Other names: the old one, the short one, the one on the sign. */
    aliases: z.array(z.string().min(1).max(40)).max(12).readonly().default([]),
    /** Its entrance or middle: where a unit is sent. */
    point: Point,
    footprint: Ring,
    grid: GridId,
    /** Storeys above ground. */
    floors: z.number().int().min(1).max(200),
    kind: BuildingKind,
  })
  .readonly()
export type Building = z.infer<typeof Building>

export const LandmarkKind = z.enum(['metro', 'plaza', 'gate', 'station', 'park', 'crossing', 'pier', 'bridge', 'service', 'other'])
export type LandmarkKind = z.infer<typeof LandmarkKind>

/** 地标: a place that is not a building but is named when people call: a metro exit, a market gate, a crossing. */
export const Landmark = z
  .object({
    /** Unique in the town. */
    id: z.string().regex(/^[A-Za-z0-9-]{1,32}$/),
    name: z.string().min(1).max(60),
    aliases: z.array(z.string().min(1).max(40)).max(12).readonly().default([]),
    kind: LandmarkKind,
    point: Point,
    grid: GridId,
  })
  .readonly()
export type Landmark = z.infer<typeof Landmark>
