import { z } from 'zod'

/** `/api/manage/brain`: what the room has taught its brain, for supervisors and administrators. Counts only, no words of any report. */

/** A share with the interval that holds the true one in 95 of 100 cases; null of no cases. */
export const Share = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Number of cases. */
  of: z.number().int(),
})
export type Share = z.infer<typeof Share>

export const measures = ['kindTop1', 'kindTop3', 'policeRecall', 'policePrecision', 'criticalRecall'] as const
export type Measure = (typeof measures)[number]

export const ModelScores = z.object({
  kindTop1: Share,
  kindTop3: Share,
  policeRecall: Share,
  policePrecision: Share,
  criticalRecall: Share,
})
export type ModelScores = z.infer<typeof ModelScores>

/** A model that was trained here. */
export const TaughtModel = z.object({
  /** From 1; never given twice. */
  number: z.number().int().min(1),
  trainedAt: z.number(),
  /** Who had it trained. */
  by: z.string(),
  /** The room's own incidents that it learnt from, how many of them a person had corrected, and the texts besides that ship. */
  incidents: z.number().int(),
  corrections: z.number().int(),
  shippedTexts: z.number().int(),
})
export type TaughtModel = z.infer<typeof TaughtModel>

/** The number of the model that ships. */
export const shippedNumber = 0

/** Models measured together, on the same held-back texts. */
export const Comparison = z.object({
  at: z.number(),
  incidents: z.number().int(),
  texts: z.number().int(),
  scores: z.array(z.object({ number: z.number().int().min(0), scores: ModelScores })).readonly(),
})
export type Comparison = z.infer<typeof Comparison>

/** What was measured of a model; undefined where it was not. */
export const scoresIn = (comparison: Comparison | null, number: number): ModelScores | undefined =>
  comparison?.scores.find((one) => one.number === number)?.scores

/** Why a training came to nothing. */
export const TrainingFault = z.enum(['stopped', 'failed', 'not-kept'])
export type TrainingFault = z.infer<typeof TrainingFault>

export const TrainingState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  /** `done` of `of` steps; the last ones measure. */
  z.object({ state: z.literal('running'), since: z.number(), by: z.string(), done: z.number().int(), of: z.number().int() }),
  z.object({ state: z.literal('over'), at: z.number(), fault: TrainingFault }),
])
export type TrainingState = z.infer<typeof TrainingState>

/** GET /api/manage/brain. */
export const BrainState = z.object({
  now: z.number(),
  examples: z.object({
    incidents: z.number().int(),
    corrections: z.number().int(),
    /** When the oldest of them came in. */
    since: z.number().nullable(),
    /** How many of the incidents are never learnt from. */
    heldBack: z.number().int(),
  }),
  /** Newest first. */
  models: z.array(TaughtModel).readonly(),
  inForce: z.object({ number: z.number().int().min(0), since: z.number().nullable(), by: z.string().nullable() }),
  /** Something else should be in force but cannot be read, and the shipped one stands in for it; null number: nobody can say which. */
  lost: z.object({ number: z.number().int().nullable() }).nullable(),
  comparison: Comparison.nullable(),
  training: TrainingState,
})
export type BrainState = z.infer<typeof BrainState>

/** PUT /api/manage/brain/in-force. `was` is what the person saw in force, so that two people do not overwrite each other. */
export const PutInForce = z.object({ number: z.number().int().min(0), was: z.number().int().min(0) })
export type PutInForce = z.infer<typeof PutInForce>

/** Beneath this many cases a difference between two models says little. */
export const fewCases = 30
