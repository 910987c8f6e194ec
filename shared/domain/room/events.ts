import { z } from 'zod'
import { Point } from '../geo/point.ts'
import { AccountId, AlarmId, IncidentId, UnitId } from '../ids.ts'
import { RosterSpan } from '../unit/roster.ts'
import { UnitDefinition } from '../unit/unitDefinition.ts'
import { Thresholds } from './thresholds.ts'

/** What happens to units as such, and to the room itself. */
export const roomEvents = [
  z.object({
    type: z.literal('unit.enrolled'),
    unit: UnitId,
    /** With the roster in force, which may be one that a person set. */
    definition: UnitDefinition,
    /** The roster as the town's file has it; events of older versions do not tell. */
    fileRoster: z.array(RosterSpan).max(40).readonly().optional(),
  }),
  z.object({ type: z.literal('unit.dismissed'), unit: UnitId, reason: z.string().max(200) }),
  z.object({ type: z.literal('roster.set'), unit: UnitId, roster: z.array(RosterSpan).max(40).readonly() }),
  z.object({ type: z.literal('duty.set'), unit: UnitId, isOn: z.boolean(), until: z.number(), reason: z.string().max(200) }),
  z.object({ type: z.literal('sos.raised'), unit: UnitId, incident: IncidentId.nullable(), point: Point.nullable(), alarm: AlarmId }),
  z.object({ type: z.literal('sos.cleared'), unit: UnitId, incident: IncidentId.nullable(), note: z.string().max(500) }),
  z.object({ type: z.literal('thresholds.set'), thresholds: Thresholds }),
  z.object({ type: z.literal('shift.logged'), by: AccountId, name: z.string().max(40), text: z.string().min(1).max(2_000) }),
  z.object({
    type: z.literal('shift.handedOver'),
    by: AccountId,
    name: z.string().max(40),
    to: z.string().max(40),
    note: z.string().max(4_000),
  }),
  /** Accounts, tokens and links changed; the change itself is kept elsewhere, without secrets here. */
  z.object({ type: z.literal('audit.noted'), subject: z.string().max(80), text: z.string().max(500) }),
] as const
