import { z } from 'zod'
import { Point } from '../geo/point.ts'
import { Ring } from '../geo/ring.ts'
import { TownId } from '../ids.ts'
import { UnitDefinition } from '../unit/unitDefinition.ts'
import { Community, Grid } from './area.ts'
import { Green, Water } from './basemap.ts'
import { Building, Landmark } from './building.ts'
import { Roads } from './roads.ts'

/** Version of the file's format; a reader refuses every other. */
export const townFormat = 1

/** 吹哨: a department that can be whistled. */
export const Department = z.object({ name: z.string().min(1).max(40), phone: z.string().max(24).nullable() }).readonly()
export type Department = z.infer<typeof Department>

/**
 * 镇街: everything the product knows of a street or town, as one file.
 *
 * What the schema cannot say (codes that must exist, rings that may not cross) is in `townProblems.ts`;
 * read files with `parseTown`. Accounts are not part of it.
 */
export const Town = z
  .object({
    format: z.literal(townFormat),
    id: TownId,
    nameZh: z.string().min(1).max(40),
    nameEn: z.string().min(1).max(60),
    /** The district above it, as written in addresses. */
    district: z.string().min(1).max(40),
    /** Where the map opens. */
    center: Point,
    boundary: Ring,
    /** Minutes east of UTC in which rosters are written; 480 in China. */
    utcOffsetMinutes: z.number().int().min(-720).max(840),
    /** Name of the SLA profile that counts unless a room chose another. */
    slaProfile: z.string().regex(/^[a-z0-9-]{2,40}$/),
    communities: z.array(Community).min(1).max(400).readonly(),
    grids: z.array(Grid).min(1).max(2_000).readonly(),
    buildings: z.array(Building).max(20_000).readonly(),
    places: z.array(Landmark).max(5_000).readonly(),
    roads: Roads,
    waters: z.array(Water).max(500).readonly(),
    greens: z.array(Green).max(500).readonly(),
    units: z.array(UnitDefinition).max(5_000).readonly(),
    departments: z.array(Department).max(100).readonly(),
  })
  .readonly()
export type Town = z.infer<typeof Town>

/** The town as its file says it, before defaults are filled in, with what the server reads beside it (`residents.ts`). */
export type TownFile = z.input<typeof Town> & { readonly residents?: readonly unknown[] }
