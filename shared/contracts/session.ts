import { z } from 'zod'
import { Role } from '../domain/actor.ts'
import { AccountId, TownId } from '../domain/ids.ts'

/** POST /api/session. Answered with a cookie that scripts cannot read. */
export const SignIn = z.object({ account: z.string().trim().min(1).max(40), password: z.string().min(1).max(200) })
export type SignIn = z.infer<typeof SignIn>

/** PUT /api/session/password: the person's own, by which the other sessions of that person end. */
export const ChangePassword = z.object({ old: z.string().min(1).max(200), new: z.string().max(1_000) })
export type ChangePassword = z.infer<typeof ChangePassword>

/** GET /api/session: who is signed in, and in which town. */
export const Me = z.object({
  id: AccountId,
  name: z.string(),
  role: Role,
  town: TownId,
  townName: z.string(),
  /** The password was given by somebody else and must be changed first. */
  mustChangePassword: z.boolean(),
})
export type Me = z.infer<typeof Me>

/**
 * POST /api/session with the header `x-xiaonao-session: bearer`, by a programme that keeps the token itself, and gets no
 * cookie. From then on `authorization: Bearer <token>` is to every door what the cookie is.
 */
export const SignedIn = Me.extend({ token: z.string() })
export type SignedIn = z.infer<typeof SignedIn>

/** POST /api/session/ticket: opens one socket of this session, as `auth.ticket` of its handshake, within a minute. */
export const SocketTicket = z.object({ ticket: z.string() })
export type SocketTicket = z.infer<typeof SocketTicket>

/** How any HTTP door says no: a code, the field it is about, and why in both languages. */
export const ApiError = z.object({
  error: z.string(),
  field: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
})
export type ApiError = z.infer<typeof ApiError>
