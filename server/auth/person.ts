import type { Role } from '../../shared/domain/actor.ts'
import type { AccountId, TownId } from '../../shared/domain/ids.ts'

/** Who asks, as read from a session: checked at the door and trusted inside. */
export type Person = {
  readonly id: AccountId
  readonly name: string
  readonly role: Role
  readonly town: TownId
  /** The password was given by somebody else and must be changed before anything else. */
  readonly mustChange: boolean
  /** Public name of the session, not its token. */
  readonly session: string
  /** When this session ends at the latest (UTC ms). */
  readonly expiresAt: number
}

/** Why a session is over; the words the console wire uses. */
export type EndedWhy = 'signed-out' | 'revoked' | 'expired' | 'rights-changed'

/** A right that ended; whoever holds an open connection for it closes that now. */
export type Revoked =
  | { readonly kind: 'session'; readonly account: AccountId; readonly session: string; readonly why: EndedWhy }
  | { readonly kind: 'channel'; readonly id: string; readonly town: TownId }
  | { readonly kind: 'link'; readonly id: string; readonly town: TownId; readonly unit: string }

/** Listeners of revocations. */
export type Revocations = {
  readonly on: (listener: (revoked: Revoked) => void) => () => void
  readonly tell: (revoked: Revoked) => void
}

export const openRevocations = (): Revocations => {
  const listeners = new Set<(revoked: Revoked) => void>()
  return {
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: (revoked) => listeners.forEach((listener) => listener(revoked)),
  }
}
