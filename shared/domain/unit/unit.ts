import { z } from 'zod'
import { Point } from '../geo/point.ts'
import { AssignmentId, IncidentId, UnitId } from '../ids.ts'
import { isOnRoster, isSameRoster } from './roster.ts'
import { UnitDefinition } from './unitDefinition.ts'

/** A person or crew that can be sent, as the journal knows it. Where it is, is presence and not here. */
export const Unit = z
  .object({
    id: UnitId,
    /** Its roster is the one in force: the file's, or one that a person set. */
    definition: UnitDefinition,
    /** The roster as the town's file last had it. */
    fileRoster: UnitDefinition.unwrap().shape.roster,
    /** Said by a person; overrides the roster until `until`. */
    duty: z.object({ isOn: z.boolean(), until: z.number(), reason: z.string() }).nullable(),
    /** What it is on. One unit is on one incident; null when free. */
    task: z.object({ incident: IncidentId, assignment: AssignmentId, since: z.number() }).nullable(),
    /** When its last task ended: it has rested since. */
    freedAt: z.number().nullable(),
    /** How many assignments it had on the day of `freedAt`, a measure of load. */
    doneToday: z.number().int(),
    sos: z.object({ at: z.number(), point: Point.nullable() }).nullable(),
  })
  .readonly()
export type Unit = z.infer<typeof Unit>

/** True when the unit is on shift at that instant: a person's word, else the roster. */
export const isOnDuty = (unit: Unit, at: number, utcOffsetMinutes: number): boolean =>
  unit.duty && at < unit.duty.until ? unit.duty.isOn : isOnRoster(unit.definition.roster, at, utcOffsetMinutes)

/** True while the roster in force is the file's: whatever the file says next is taken over. */
export const followsFile = ({ definition, fileRoster }: Unit): boolean => isSameRoster(definition.roster, fileRoster)
