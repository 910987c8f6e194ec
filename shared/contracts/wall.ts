import { z } from 'zod'
import { AccountId, WallId } from '../domain/ids.ts'

/** POST /api/wall/session: the pass as the link carried it. Answered with `Me` and a cookie that scripts cannot read. */
export const EnterWall = z.object({ pass: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })
export type EnterWall = z.infer<typeof EnterWall>

/** 大屏通行码, as managers see it. */
export const ManagedPass = z.object({
  id: z.string(),
  wall: WallId,
  createdBy: AccountId,
  createdAt: z.number(),
  lastUsedAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
})
export type ManagedPass = z.infer<typeof ManagedPass>

/** POST /api/manage/walls/passes. */
export const NewPass = z.object({ wall: WallId })
export type NewPass = z.infer<typeof NewPass>

/** The address with the pass in it and its QR code as SVG; both are shown once. */
export const MadePass = z.object({ id: z.string(), wall: WallId, url: z.string(), svg: z.string() })
export type MadePass = z.infer<typeof MadePass>

/** How many screens of a wall are connected now, and since when it is that any are, or that none is; UTC ms. */
export const WallUp = z.object({ wall: WallId, screens: z.number().int().min(0), since: z.number() })
export type WallUp = z.infer<typeof WallUp>
