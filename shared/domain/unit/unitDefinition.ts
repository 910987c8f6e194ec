import { z } from 'zod'
import { Point } from '../geo/point.ts'
import { GridId, UnitId } from '../ids.ts'
import { Force } from '../taxonomy/taxonomy.ts'
import { RosterSpan } from './roster.ts'

/** How a unit moves; how fast that is belongs to routing. */
export const Vehicle = z.enum(['foot', 'bike', 'ebike', 'car', 'engine'])
export type Vehicle = z.infer<typeof Vehicle>

/** 手脚: a person or crew who can be sent, as the town's file and roster define it. */
export const UnitDefinition = z
  .object({
    id: UnitId,
    /** Of the person or crew, as operators say it on the radio. */
    name: z.string().min(1).max(40),
    force: Force,
    /** What it can do beyond its force: `law`, `rescue-water`, `lift`; words of the town. */
    skills: z.array(z.string().min(1).max(30)).max(20).readonly(),
    /** Grids it answers for; empty means the whole town. */
    grids: z.array(GridId).max(400).readonly(),
    /** How many people come. */
    crew: z.number().int().min(1).max(200),
    vehicle: Vehicle,
    /** Where it waits when nothing is known of its position. */
    home: Point,
    phone: z.string().max(24).nullable(),
    /** Empty: never on shift by plan, called in by hand only. */
    roster: z.array(RosterSpan).max(40).readonly(),
  })
  .readonly()
export type UnitDefinition = z.infer<typeof UnitDefinition>
