import { z } from 'zod'
import { IncidentId } from '../domain/ids.ts'
import { KindCode } from '../domain/taxonomy/taxonomy.ts'

/** What a language model of the room makes of the words of an incident. Nothing but words on a card: no part of the incident. */
export const Opinion = z.object({
  summary: z.string().min(1),
  /** Null when it named none of the town's. */
  kind: KindCode.nullable(),
  questions: z.array(z.string().min(1)).readonly(),
})
export type Opinion = z.infer<typeof Opinion>

/** Why there is none: not set up, enough asked at once, left alone after failures, not in time, not reached, not understood. */
export const NoOpinion = z.enum(['off', 'busy', 'resting', 'late', 'down', 'unusable'])
export type NoOpinion = z.infer<typeof NoOpinion>

export const OpinionAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('given'), opinion: Opinion }),
  z.object({ state: z.literal('none'), why: NoOpinion }),
])
export type OpinionAnswer = z.infer<typeof OpinionAnswer>

/** In which language it is to be written: that of the page which shows it. */
export const OpinionLanguage = z.enum(['zh', 'en'])
export type OpinionLanguage = z.infer<typeof OpinionLanguage>

export const OpinionWish = z.object({ incident: IncidentId, language: OpinionLanguage })
