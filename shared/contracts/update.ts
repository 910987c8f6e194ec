import { z } from 'zod'

/** Where the program stands with its next version. */
export const UpdateState = z.discriminatedUnion('state', [
  /** Not packaged, or no place to look is set. */
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('current'), lookedAt: z.number() }),
  z.object({ state: z.literal('looking') }),
  z.object({ state: z.literal('loading'), version: z.string(), share: z.number() }),
  /** Loaded and checked; waits for a person, and for a room without open alarms. */
  z.object({ state: z.literal('staged'), version: z.string(), waitsFor: z.enum(['person', 'alarms']) }),
  z.object({ state: z.literal('refused'), why: z.enum(['unreachable', 'bad-signature', 'bad-file', 'older', 'cannot-keep', 'malformed']) }),
])
export type UpdateState = z.infer<typeof UpdateState>
