import { z } from 'zod'
import { Point } from '../../shared/domain/geo/point.ts'
import { AccountId, IncidentId, UnitId } from '../../shared/domain/ids.ts'
import { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'

/** When and at which window something was chosen. Windows of one desk share a machine and so its clock. */
const Stamp = z.object({ at: z.number(), by: z.string().max(100) }).readonly()
export type Stamp = z.infer<typeof Stamp>

const Selection = z.object({
  incident: IncidentId.nullable(),
  unit: UnitId.nullable(),
  picked: z.array(UnitId).max(500).readonly(),
  kindSought: KindCode.nullable(),
  placePicking: z.object({ incident: IncidentId, picked: Point.nullable() }).nullable(),
})

const Looks = z.object({ theme: z.enum(['dark', 'light']), language: z.enum(['zh-CN', 'en']), isMuted: z.boolean() })

/** A window of another version may still be open: what it says is not understood, and so not heeded. */
const envelope = {
  version: z.literal(1),
  desk: z.enum(['desktop', 'regions']),
  account: AccountId,
  from: z.string().max(100),
}

/** What windows of one desk say to each other. */
export const DeskMessage = z.discriminatedUnion('kind', [
  z.object({
    ...envelope,
    kind: z.literal('told'),
    selection: z.object({ stamp: Stamp, value: Selection }).optional(),
    looks: z.object({ stamp: Stamp, value: Looks }).optional(),
    goTo: z.object({ point: Point, zoom: z.number().min(0).max(30).nullable(), unit: UnitId.nullable() }).optional(),
  }),
  /** What is chosen now? Whoever knows something newer than these answers. */
  z.object({ ...envelope, kind: z.literal('asked'), selection: Stamp, looks: Stamp }),
])
export type DeskMessage = z.infer<typeof DeskMessage>
