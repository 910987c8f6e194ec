import { z } from 'zod'
import { AccountId, IncidentId, WallId } from '../ids.ts'

/** What a wall can show by itself: the map with its heat, the day's figures, the stages against their limits, what needs eyes. */
export const WallPage = z.enum(['map', 'figures', 'stages', 'eyes'])
export type WallPage = z.infer<typeof WallPage>

/** How a wall is arranged: nobody stands at it, so its looks are arranged with it. */
export const WallPlan = z.object({
  name: z.string().trim().min(1).max(20),
  /** In the order in which they turn, each once. */
  pages: z
    .array(WallPage)
    .min(1)
    .max(WallPage.options.length)
    .refine((pages) => new Set(pages).size === pages.length, 'a page stands twice')
    .readonly(),
  secondsPerPage: z.number().int().min(3).max(600),
  theme: z.enum(['dark', 'light']),
  language: z.enum(['zh-CN', 'en']),
  /** Sounds when an incident is put on it. */
  hasSound: z.boolean(),
})
export type WallPlan = z.infer<typeof WallPlan>

/** What people want on a wall: its pages in turn (from one of them), one page held, or an incident. */
export const WallWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pages'), from: WallPage.nullable() }),
  z.object({ kind: z.literal('page'), page: WallPage }),
  z.object({ kind: z.literal('incident'), incident: IncidentId }),
])
export type WallWish = z.infer<typeof WallWish>

/** 大屏: one wall of the room. */
export type Wall = {
  readonly id: WallId
  readonly plan: WallPlan
  readonly wish: WallWish
  /** Since when it is wished; turning is counted from here. UTC ms. */
  readonly since: number
  readonly by: { readonly id: AccountId; readonly name: string }
}

const about = { wall: WallId, by: AccountId, name: z.string().max(40) }

/** What the wall was called then: who reads the journal later may find it renamed or gone. */
const called = z.string().max(20)

/** What happens to the walls. `by` and `name` say who did it. */
export const wallEvents = [
  z.object({ type: z.literal('wall.arranged'), ...about, plan: WallPlan }),
  z.object({ type: z.literal('wall.shown'), ...about, called, wish: WallWish }),
  z.object({ type: z.literal('wall.removed'), ...about, called }),
] as const

/** What people say of walls. */
export const wallCommands = [
  /** With `wall: null` a new one. */
  z.object({ type: z.literal('wall.arrange'), wall: WallId.nullable(), plan: WallPlan }),
  z.object({ type: z.literal('wall.show'), wall: WallId, wish: WallWish }),
  z.object({ type: z.literal('wall.remove'), wall: WallId }),
] as const
