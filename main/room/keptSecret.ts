/** The system's key store. Without one nothing is written: what is kept ends with the program. */
export type Vault = {
  readonly isReady: () => boolean
  readonly lock: (plain: string) => Uint8Array
  /** Throws for what it did not lock itself. */
  readonly unlock: (locked: Uint8Array) => string
}

export type SecretNeeds = {
  readonly vault: Vault
  readonly file: {
    readonly read: () => Uint8Array | null
    readonly write: (bytes: Uint8Array) => void
    readonly remove: () => void
  }
  /** The file cannot be read or written; the secret then lives in memory. */
  readonly onTrouble: (error: unknown) => void
}

/** A token is worth something at one server only, so it is kept with that server's origin. */
type Kept = { readonly server: string; readonly token: string }

const parse = (text: string): Kept | null => {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || !('server' in value) || !('token' in value)) return null
  return typeof value.server === 'string' && typeof value.token === 'string' ? { server: value.server, token: value.token } : null
}

/** One server's token over restarts, locked by the system's key store, never in clear on the disk. */
export const keptSecret = ({ vault, file, onTrouble }: SecretNeeds) => {
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

  return {
    /** The token for this server, or null: one of another room is never sent. */
    tokenFor: (server: string | null): string | null => (kept !== null && kept.server === server ? kept.token : null),
    /** False where the system has no key store: what is kept then ends with the program. */
    isKept: () => vault.isReady(),
    keep: (server: string, token: string) => {
      kept = { server, token }
      // Where nothing may be written, nothing older stays either: it is another secret.
      quietly(vault.isReady() ? () => file.write(vault.lock(JSON.stringify(kept))) : file.remove, undefined)
    },
    /** Whether there was one. */
    forget: (): boolean => {
      const wasKept = kept !== null
      kept = null
      quietly(file.remove, undefined)
      return wasKept
    },
  }
}

export type KeptSecret = ReturnType<typeof keptSecret>
