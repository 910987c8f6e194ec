import type { AccountId } from '../../shared/domain/ids.ts'

type Vault = {
  readonly isReady: () => boolean
  readonly lock: (plain: string) => Uint8Array
  /** Throws for what it did not lock itself. */
  readonly unlock: (locked: Uint8Array) => string
}

type Needs = {
  /** The system's key store. Without one nothing is written: the session ends with the program. */
  readonly vault: Vault
  readonly file: {
    readonly read: () => Uint8Array | null
    readonly write: (bytes: Uint8Array) => void
    readonly remove: () => void
  }
  readonly changed: () => void
  /** The file cannot be read or written; the session then lives in memory. */
  readonly onTrouble: (error: unknown) => void
}

/** A token is worth something at one server only, so it is kept with that server's origin. */
type Kept = { readonly server: string; readonly token: string }

const parse = (text: string): Kept | null => {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || !('server' in value) || !('token' in value)) return null
  return typeof value.server === 'string' && typeof value.token === 'string' ? { server: value.server, token: value.token } : null
}

/** Who is signed in at this workstation, over restarts: the token locked by the system's key store, never in clear on the disk. */
export const keptSession = ({ vault, file, changed, onTrouble }: Needs) => {
  const quietly = <T>(act: () => T, otherwise: T): T => {
    try {
      return act()
    } catch (error) {
      onTrouble(error)
      return otherwise
    }
  }
  const readKept = (): Kept | null => {
    if (!vault.isReady()) return null
    const locked = file.read()
    return locked && parse(vault.unlock(locked))
  }
  let kept = quietly(readKept, null)
  let person: AccountId | null = null

  const forget = () => {
    const wasKept = kept !== null
    kept = null
    person = null
    quietly(file.remove, undefined)
    if (wasKept) changed()
  }

  return {
    /** The token for this server, or null: one of another room is never sent. */
    tokenFor: (server: string | null): string | null => (kept !== null && kept.server === server ? kept.token : null),
    /** False where the system has no key store: the session then ends with the program. */
    isKept: () => vault.isReady(),
    /** Who is known to be signed in; null until the server has said so. */
    person: () => person,
    isPerson: (account: AccountId) => void (person = account),
    keep: (server: string, token: string, account: AccountId) => {
      kept = { server, token }
      person = account
      // Where nothing may be written, nothing older stays either: it is another session.
      quietly(vault.isReady() ? () => file.write(vault.lock(JSON.stringify(kept))) : file.remove, undefined)
      changed()
    },
    forget,
  }
}

export type KeptSession = ReturnType<typeof keptSession>
