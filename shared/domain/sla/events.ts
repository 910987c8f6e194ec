import { z } from 'zod'
import { AccountId, AlarmId, IncidentId } from '../ids.ts'
import { AlarmLevel } from './alarm.ts'
import { SlaProfile } from './profile.ts'

/** What clocks do, and what people answer to them. */
export const slaEvents = [
  z.object({ type: z.literal('stage.warned'), incident: IncidentId, stage: z.string(), dueAt: z.number() }),
  z.object({ type: z.literal('stage.breached'), incident: IncidentId, stage: z.string(), dueAt: z.number(), alarm: AlarmId }),
  z.object({ type: z.literal('whistle.overdue'), incident: IncidentId, departments: z.array(z.string()).readonly(), alarm: AlarmId }),
  z.object({ type: z.literal('alarm.climbed'), incident: IncidentId.nullable(), alarm: AlarmId, to: AlarmLevel }),
  z.object({
    type: z.literal('alarm.acknowledged'),
    incident: IncidentId.nullable(),
    alarm: AlarmId,
    by: AccountId,
    name: z.string().max(40),
  }),
  z.object({ type: z.literal('sla.set'), profiles: z.array(SlaProfile).min(1).max(20).readonly(), inForce: z.string() }),
] as const
