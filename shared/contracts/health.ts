import { z } from 'zod'

/** An origin, or all that are under a name, as a content policy writes them; nothing that could end one rule and begin another. */
export const MapHost = z.string().regex(/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i)

/** GET /api/health, open to anyone: that a server of this product answers, what time it has and which wires it speaks. */
export const Health = z.object({
  ok: z.literal(true),
  /** Server time, UTC ms. */
  now: z.number(),
  product: z.literal('xiaonao'),
  protocol: z.number().int(),
  /** Origins that its map engine fetches from besides the server itself. */
  mapHosts: z.array(MapHost).readonly(),
})
export type Health = z.infer<typeof Health>
