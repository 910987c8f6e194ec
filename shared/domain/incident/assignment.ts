import { z } from 'zod'
import { Point } from '../geo/point.ts'
import { AssignmentId, PhotoId, UnitId } from '../ids.ts'
import { Force } from '../taxonomy/taxonomy.ts'

/** 派单 → 签收 → 出发 → 到场 → 处置 → 反馈, and the two ways out: 退单 by the unit, 撤回 by the room. */
export const AssignmentState = z.enum(['assigned', 'accepted', 'enroute', 'onscene', 'handling', 'resolved', 'returned', 'recalled'])
export type AssignmentState = z.infer<typeof AssignmentState>

/** Arrival as the unit's position showed it. */
export const Arrival = z.object({
  point: Point.nullable(),
  /** Metres from the incident's place; null when either is unknown. */
  distanceM: z.number().min(0).nullable(),
})
export type Arrival = z.infer<typeof Arrival>

/** One unit on one incident. Each instant is null until it happened. */
export const Assignment = z
  .object({
    id: AssignmentId,
    unit: UnitId,
    force: Force,
    /** 主办 or 协办. */
    lead: z.boolean(),
    order: z.string().max(1_000),
    state: AssignmentState,
    assignedAt: z.number(),
    acceptedAt: z.number().nullable(),
    departedAt: z.number().nullable(),
    onSceneAt: z.number().nullable(),
    handlingAt: z.number().nullable(),
    /** When it was resolved, returned or recalled. */
    endedAt: z.number().nullable(),
    arrival: Arrival.nullable(),
    /** What the unit reported at the end, or why it was returned or recalled. */
    result: z.string().max(2_000).nullable(),
    photos: z.array(PhotoId).readonly(),
    /** 请求增援 that the room has not answered yet. */
    wantsHelp: z.object({ at: z.number(), force: Force.nullable(), count: z.number().int(), reason: z.string() }).nullable(),
  })
  .readonly()
export type Assignment = z.infer<typeof Assignment>

const ended: readonly AssignmentState[] = ['resolved', 'returned', 'recalled']

/** True while the unit is bound to the incident. */
export const isActive = (assignment: Assignment): boolean => !ended.includes(assignment.state)

/** True unless the unit was taken off it: a resolved assignment still counts for the incident. */
export const counts = (assignment: Assignment): boolean => assignment.state !== 'returned' && assignment.state !== 'recalled'

const order: readonly AssignmentState[] = ['assigned', 'accepted', 'enroute', 'onscene', 'handling', 'resolved']

/** How far along, 0 (assigned) to 5 (resolved); -1 for a returned or recalled one. */
export const progress = (state: AssignmentState): number => order.indexOf(state)
