import { z } from 'zod'
import { AlarmId, AssignmentId, IncidentId, PhotoId, UnitId } from '../ids.ts'
import { Point } from '../geo/point.ts'
import { Force } from '../taxonomy/taxonomy.ts'
import { Arrival } from './assignment.ts'

const about = { incident: IncidentId, assignment: AssignmentId, unit: UnitId }
const reason = z.string().min(1).max(500)

/** What happens between a room and the units it sent. */
export const assignmentEvents = [
  z.object({
    type: z.literal('unit.assigned'),
    ...about,
    force: Force,
    lead: z.boolean(),
    order: z.string().max(1_000),
    /** Why this unit: the recommender's reasons, or empty when a person chose another. */
    why: z.array(z.string().max(120)).max(8).readonly(),
    /** 公安随后: where police must come, a person sent others before them and said so. */
    policeLater: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('unit.accepted'), ...about }),
  z.object({ type: z.literal('unit.departed'), ...about }),
  z.object({ type: z.literal('unit.arrived'), ...about, arrival: Arrival }),
  z.object({ type: z.literal('unit.handling'), ...about }),
  z.object({ type: z.literal('unit.resolved'), ...about, result: z.string().max(2_000), photos: z.array(PhotoId).max(9).readonly() }),
  /** 退单: the force says it is not theirs. */
  z.object({ type: z.literal('unit.returned'), ...about, force: Force, reason }),
  /** 撤回 by the room. */
  z.object({ type: z.literal('unit.recalled'), ...about, reason }),
  z.object({ type: z.literal('photo.added'), ...about, photo: PhotoId, point: Point.nullable(), takenAt: z.number().nullable() }),
  z.object({ type: z.literal('help.asked'), ...about, force: Force.nullable(), count: z.number().int().min(1).max(50), reason }),
  /** The room answered: others were sent, or not, with the reason. */
  z.object({ type: z.literal('help.answered'), ...about, note: z.string().max(500) }),
  /** No acceptance within the limit. */
  z.object({ type: z.literal('unit.overdue'), ...about, alarm: AlarmId }),
] as const
