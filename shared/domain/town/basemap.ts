import { z } from 'zod'
import { Line, Ring } from '../geo/ring.ts'

/** 水系: an area of water, or a narrow one drawn as a line. */
export const Water = z.discriminatedUnion('shape', [
  z.object({ shape: z.literal('area'), name: z.string().max(40), ring: Ring }).readonly(),
  z.object({ shape: z.literal('line'), name: z.string().max(40), line: Line }).readonly(),
])
export type Water = z.infer<typeof Water>

/** 绿地: a park, a green belt, a lawn. */
export const Green = z.object({ name: z.string().max(40), ring: Ring }).readonly()
export type Green = z.infer<typeof Green>
