import { z } from 'zod'
import { Channel, AccountRole } from '../domain/actor.ts'
import { AccountId, BuildingId, GridId, UnitId } from '../domain/ids.ts'

/** `/api/manage`: people, outside systems, field phones and QR codes of one town, for supervisors and administrators. */

const instant = z.number().nullable()

export const ManagedAccount = z.object({
  id: AccountId,
  name: z.string(),
  role: AccountRole,
  /** The one-time password has not been changed yet. */
  mustChange: z.boolean(),
  disabledAt: instant,
  createdAt: z.number(),
})
export type ManagedAccount = z.infer<typeof ManagedAccount>

/** POST /api/manage/accounts. */
export const NewAccount = z.object({ id: z.string().trim().pipe(AccountId), name: z.string().trim().min(1).max(40), role: AccountRole })
export type NewAccount = z.infer<typeof NewAccount>

/** PUT /api/manage/accounts/:id: one change at a time, so that each is one line in the record. */
export const AccountChange = z.discriminatedUnion('change', [
  z.object({ change: z.literal('name'), name: z.string().trim().min(1).max(40) }),
  z.object({ change: z.literal('role'), role: AccountRole }),
  z.object({ change: z.literal('disabled'), isDisabled: z.boolean() }),
])
export type AccountChange = z.infer<typeof AccountChange>

/** A password that is shown once. */
export const OneTimePassword = z.object({ password: z.string() })
export type OneTimePassword = z.infer<typeof OneTimePassword>

export const ManagedSession = z.object({
  id: z.string(),
  account: AccountId,
  name: z.string(),
  role: AccountRole,
  address: z.string(),
  createdAt: z.number(),
  seenAt: z.number(),
  expiresAt: z.number(),
})
export type ManagedSession = z.infer<typeof ManagedSession>

export const ManagedToken = z.object({
  id: z.string(),
  name: z.string(),
  channel: Channel,
  createdBy: AccountId,
  createdAt: z.number(),
  lastUsedAt: instant,
  revokedAt: instant,
})
export type ManagedToken = z.infer<typeof ManagedToken>

/** Channels that outside systems push into; people bring the others. */
export const TokenChannel = z.enum(['110', '12345', 'camera', 'grid'])
export type TokenChannel = z.infer<typeof TokenChannel>

/** POST /api/manage/tokens. */
export const NewToken = z.object({ name: z.string().trim().min(1).max(60), channel: TokenChannel })
export type NewToken = z.infer<typeof NewToken>

/** The token is shown once. */
export const MadeToken = z.object({ id: z.string(), token: z.string() })
export type MadeToken = z.infer<typeof MadeToken>

export const ManagedLink = z.object({
  id: z.string(),
  unit: UnitId,
  createdBy: AccountId,
  createdAt: z.number(),
  expiresAt: z.number(),
  lastUsedAt: instant,
  revokedAt: instant,
})
export type ManagedLink = z.infer<typeof ManagedLink>

/** POST /api/manage/links. `until` in UTC ms, at most a shift (16 h) ahead. */
export const NewLink = z.object({ unit: UnitId, until: z.number().int() })
export type NewLink = z.infer<typeof NewLink>

/** The address with the link in it and its QR code as SVG; both are shown once. */
export const MadeLink = z.object({ id: z.string(), unit: UnitId, url: z.string(), svg: z.string() })
export type MadeLink = z.infer<typeof MadeLink>

/** 屋联码: a building's signed address for citizens. Its picture: GET /api/manage/buildings/:id/code.svg or code.png. */
export const BuildingCode = z.object({ id: BuildingId, name: z.string(), address: z.string(), grid: GridId, url: z.string() })
export type BuildingCode = z.infer<typeof BuildingCode>

/** A form that an intake door refused, kept as it came. */
export const RejectedForm = z.object({
  id: z.number(),
  at: z.number(),
  channel: Channel,
  from: z.string(),
  reason: z.string(),
  body: z.string(),
  isSeen: z.boolean(),
})
export type RejectedForm = z.infer<typeof RejectedForm>

/** POST /api/manage/rejects/seen: everything up to and including this one has been looked at. */
export const SeenRejects = z.object({ upTo: z.number().int().min(0) })
export type SeenRejects = z.infer<typeof SeenRejects>
