const key = 'xiaonao.wall.pass'

const isPass = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

type Places = {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

const tried = <T>(act: () => T, otherwise: T): T => {
  try {
    return act()
  } catch {
    // A storage that is full or forbidden costs the memory; the pass in the address still opens the wall.
    return otherwise
  }
}

/**
 * The pass that the address brought, kept for the next start and taken out of the address, where visitors could read it;
 * else the one kept before. Null when there is none.
 */
export const passAtHand = ({ location, history, storage }: Places): string | null => {
  const brought = location.hash.slice(1)
  if (isPass(brought)) {
    tried(() => storage.setItem(key, brought), undefined)
    history.replaceState(null, '', location.pathname + location.search)
    return brought
  }
  const kept = tried(() => storage.getItem(key), null)
  return kept !== null && isPass(kept) ? kept : null
}

/** A pass that opens nothing any more is not tried again. */
export const forgetPass = ({ storage }: Pick<Places, 'storage'>): void => tried(() => storage.removeItem(key), undefined)
