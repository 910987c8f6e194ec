import { z } from 'zod'
import { AccountId, AlarmId, AssignmentId, IncidentId, UnitId } from '../ids.ts'

/** Who hears an alarm that nobody acknowledged: it climbs. */
export const AlarmLevel = z.enum(['operator', 'supervisor', 'leader'])
export type AlarmLevel = z.infer<typeof AlarmLevel>

export const AlarmCause = z.discriminatedUnion('kind', [
  /** A stage's limit passed. */
  z.object({ kind: z.literal('limit'), stage: z.string() }),
  /** A unit did not accept in time. */
  z.object({ kind: z.literal('unaccepted'), assignment: AssignmentId, unit: UnitId }),
  z.object({ kind: z.literal('help'), assignment: AssignmentId, unit: UnitId }),
  z.object({ kind: z.literal('returned'), assignment: AssignmentId, unit: UnitId }),
  z.object({ kind: z.literal('sos'), unit: UnitId }),
  /** Departments that did not report in (吹哨未报到). */
  z.object({ kind: z.literal('whistle'), departments: z.array(z.string()).readonly() }),
])
export type AlarmCause = z.infer<typeof AlarmCause>

/** Something a person must acknowledge. It sounds until someone does, and climbs if nobody does. */
export const Alarm = z
  .object({
    id: AlarmId,
    /** Null for an SOS of a unit that has no incident. */
    incident: IncidentId.nullable(),
    cause: AlarmCause,
    raisedAt: z.number(),
    level: AlarmLevel,
    climbedAt: z.number().nullable(),
    acknowledged: z.object({ by: AccountId, name: z.string(), at: z.number() }).nullable(),
  })
  .readonly()
export type Alarm = z.infer<typeof Alarm>
