import { z } from 'zod'

/** GET /api/health, open to anyone: that a server of this product answers, what time it has and which wires it speaks. */
export const Health = z.object({
  ok: z.literal(true),
  /** Server time, UTC ms. */
  now: z.number(),
  product: z.literal('xiaonao'),
  protocol: z.number().int(),
  /** Origins that its map engine fetches from besides the server itself. */
  mapHosts: z.array(z.string()).readonly(),
})
export type Health = z.infer<typeof Health>
