import { RoomBegun } from '../../shared/contracts/deskRoom.ts'
import { keptSecret, type SecretNeeds } from './keptSecret.ts'

type Begun = Extract<RoomBegun, { ok: true }>

/** These are of this machine's own server, wherever it listens. */
const here = 'this-machine'

/**
 * What a room begun on this machine is signed in with, until a person says that they have it: over a page loaded anew, and
 * by the key store over a restart. The server itself tells the password once and keeps only what proves it.
 */
export const firstAccounts = (needs: SecretNeeds) => {
  const secret = keptSecret(needs)
  return {
    /** A room that had accounts before tells no password, and leaves nothing to keep. */
    told: (begun: Begun): void => {
      if (begun.password !== null) secret.keep(here, JSON.stringify(begun))
    },
    /** Null: there are none, or a person has read them. */
    unread: (): Begun | null => {
      const text = secret.tokenFor(here)
      if (text === null) return null
      const kept = RoomBegun.safeParse(JSON.parse(text))
      return kept.success && kept.data.ok ? kept.data : null
    },
    read: (): void => void secret.forget(),
  }
}

export type FirstAccounts = ReturnType<typeof firstAccounts>
