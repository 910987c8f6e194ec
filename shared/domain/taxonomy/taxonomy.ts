import { z } from 'zod'

/** 研判: whose matter a report is. */
export const Nature = z.enum(['police', 'joint', 'civil', 'enquiry'])
export type Nature = z.infer<typeof Nature>

/** 手脚: who can be sent. */
export const Force = z.enum(['police', 'grid', 'urban', 'emergency', 'mediator', 'market', 'utility', 'medical', 'volunteer', 'property'])
export type Force = z.infer<typeof Force>

/** From 危及生命 down to 可缓办. */
export const Urgency = z.enum(['critical', 'high', 'normal', 'low'])
export type Urgency = z.infer<typeof Urgency>

/** `P09`, `C33`: the code of a kind in the town's taxonomy. */
export const KindCode = z.string().regex(/^[A-Z][0-9]{2,3}$/)
export type KindCode = z.infer<typeof KindCode>

/** One entry of the taxonomy: what a matter can be, and who answers for it. */
export const Kind = z
  .object({
    code: KindCode,
    nature: Nature,
    /** 刑事, 噪音, 纠纷 …: how kinds are grouped on screen. */
    group: z.string().min(1).max(20),
    nameZh: z.string().min(1).max(40),
    nameEn: z.string().min(1).max(60),
    /** `hotline` and `none` are not forces: the matter is handed to 12345, or nobody goes. */
    primaryForce: z.union([Force, z.literal('hotline'), z.literal('none')]),
    supportForces: z.array(Force).readonly(),
    urgency: Urgency,
    /** National 110 codes (报警类型代码) that mean this kind. */
    cn110Codes: z.array(z.string().regex(/^[0-9]{6}$/)).readonly(),
    /** Words that say what belongs here. */
    scope: z.string().max(200),
  })
  .readonly()
export type Kind = z.infer<typeof Kind>

export const Taxonomy = z.array(Kind).min(1).readonly()
export type Taxonomy = z.infer<typeof Taxonomy>

/** The entry with this code, or undefined when the town's taxonomy has none. */
export const kindByCode = (taxonomy: Taxonomy, code: KindCode): Kind | undefined => taxonomy.find((kind) => kind.code === code)

/** How urgent, as a number to sort by: 0 is the most urgent. */
export const urgencyRank = (urgency: Urgency): number => Urgency.options.indexOf(urgency)
