const key = 'xn-field-link'

/** The link out of an address like `/field/#token`; null when there is none. */
export const tokenIn = (hash: string): string | null => /^#([A-Za-z0-9_-]{16,128})$/.exec(hash)?.[1] ?? null

type Surroundings = {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly hash: string
  /** Takes the secret out of the address bar, and so out of the history and of screenshots. */
  readonly clearHash: () => void
}

/** The phone's link: a new one from the address is kept and taken out of it, else the one kept. `isNew`: it is another than before. */
export const takeToken = ({ storage, hash, clearHash }: Surroundings): { readonly token: string; readonly isNew: boolean } | null => {
  const given = tokenIn(hash)
  const known = storage.getItem(key)
  if (given === null) return known === null ? null : { token: known, isNew: false }
  storage.setItem(key, given)
  clearHash()
  return { token: given, isNew: given !== known }
}
