import type { AccountId } from '../../shared/domain/ids.ts'
import { keptSecret, type SecretNeeds } from './keptSecret.ts'

type Needs = SecretNeeds & { readonly changed: () => void }

/** Who is signed in at this workstation, over restarts. */
export const keptSession = ({ changed, ...needs }: Needs) => {
  const secret = keptSecret(needs)
  let person: AccountId | null = null

  return {
    tokenFor: secret.tokenFor,
    isKept: secret.isKept,
    /** Who is known to be signed in; null until the server has said so. */
    person: () => person,
    isPerson: (account: AccountId) => void (person = account),
    keep: (server: string, token: string, account: AccountId) => {
      person = account
      secret.keep(server, token)
      changed()
    },
    forget: () => {
      person = null
      if (secret.forget()) changed()
    },
  }
}

export type KeptSession = ReturnType<typeof keptSession>
