import { z } from 'zod'
import { Nature, Urgency } from '../taxonomy/taxonomy.ts'

/** Instants of an incident that a stage can start or end with. */
export const Milestone = z.enum(['reported', 'taken', 'accepted', 'onscene', 'helpAsked', 'helpAnswered', 'feedback', 'closed'])
export type Milestone = z.infer<typeof Milestone>

/** One stage of an SLA: from one instant to another, with a limit. */
export const Stage = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/),
    nameZh: z.string().min(1).max(12),
    nameEn: z.string().min(1).max(24),
    from: Milestone,
    to: Milestone,
    limitMs: z.number().int().min(1_000),
    /** Amber from this much before the limit. */
    warnBeforeMs: z.number().int().min(0),
    /** True when a pause of the incident stops this clock too. */
    canPause: z.boolean(),
    natures: z.array(Nature).min(1).readonly(),
    urgencies: z.array(Urgency).min(1).readonly(),
  })
  .readonly()
export type Stage = z.infer<typeof Stage>

/** A town's SLA as data: 1-3-5 or another. */
export const SlaProfile = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
    nameZh: z.string().min(1).max(30),
    nameEn: z.string().min(1).max(60),
    /** Where the numbers come from. */
    source: z.string().max(200),
    stages: z.array(Stage).min(1).max(12).readonly(),
    /** A unit that has not accepted by then is proposed to be replaced. */
    acceptWithinMs: z.number().int().min(5_000),
    /** An alarm nobody acknowledged climbs one level each time this span has passed. */
    climbEveryMs: z.number().int().min(5_000),
  })
  .readonly()
export type SlaProfile = z.infer<typeof SlaProfile>
