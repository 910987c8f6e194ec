import { z } from 'zod'
import { IncidentId, UnitId } from '../ids.ts'
import { Force } from '../taxonomy/taxonomy.ts'

/** Where a unit is believed to be, and how sure that is. */
export const FixAge = z.object({
  /** From its phone, or from its home in the roster when no fix is fresh enough. */
  source: z.enum(['position', 'home']),
  /** Age of the position in ms; null for a home. */
  ageMs: z.number().nullable(),
  /** Older than the room's threshold: shown as old. */
  isOld: z.boolean(),
})
export type FixAge = z.infer<typeof FixAge>

/** Why a unit is proposed, in facts; the console owns the wording. */
export const PickReason = z.enum(['nearest', 'answers-for-grid', 'has-skill', 'rested', 'light-load', 'only-one-left', 'old-fix-used'])
export type PickReason = z.infer<typeof PickReason>

/** A unit that could go. */
export const Candidate = z.object({
  unit: UnitId,
  force: Force,
  /** Over the town's roads, metres; as the crow flies when the place is off the net. */
  distanceM: z.number(),
  travelMs: z.number(),
  fix: FixAge,
  doneToday: z.number().int(),
  /** Since its last task ended; null when it had none. */
  restedMs: z.number().nullable(),
  reasons: z.array(PickReason).readonly(),
})
export type Candidate = z.infer<typeof Candidate>

/** Why a unit of the wanted forces is not proposed. */
export const Excluded = z.object({
  unit: UnitId,
  force: Force,
  why: z.discriminatedUnion('reason', [
    z.object({ reason: z.literal('busy'), incident: IncidentId, state: z.string(), since: z.number() }),
    z.object({ reason: z.literal('off-duty') }),
    z.object({ reason: z.literal('returned-it') }),
    z.object({ reason: z.literal('in-danger') }),
    z.object({ reason: z.literal('position-too-old'), ageMs: z.number() }),
    z.object({ reason: z.literal('lacks-skill'), skill: z.string() }),
    z.object({ reason: z.literal('did-not-accept') }),
  ]),
})
export type Excluded = z.infer<typeof Excluded>

/** For one force that should go: who, who next, who not and why. */
export const ForceAdvice = z.object({
  force: Force,
  lead: z.boolean(),
  /** How many are proposed to go. */
  wanted: z.number().int().min(1),
  /** Best first; the first `wanted` are the proposal, the rest the next best. At most 8. */
  candidates: z.array(Candidate).readonly(),
  /** At most 12, those nearest to being useful first; `excludedCount` counts all. */
  excluded: z.array(Excluded).readonly(),
  excludedCount: z.number().int(),
})
export type ForceAdvice = z.infer<typeof ForceAdvice>

/** 推荐力量 for one incident at one instant. */
export const Recommendation = z.object({
  incident: IncidentId,
  at: z.number(),
  /** What it was made from (`adviceBasis`). */
  basis: z.string(),
  /** What travel is counted to; `unknown`: nothing is known of the place, and the order is by rest and load alone. */
  aim: z.enum(['point', 'building', 'grid', 'community', 'unknown']),
  forces: z.array(ForceAdvice).readonly(),
})
export type Recommendation = z.infer<typeof Recommendation>
