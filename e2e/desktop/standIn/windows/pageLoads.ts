import type { Session } from '../browser/cdp.ts'
import type { Loads } from '../browser/navigation.ts'

export type PageLoads = {
  /** Resolves when all of the page is loaded. `named` is the address as the caller knows it. */
  readonly load: (pageUrl: string, named: string) => Promise<void>
}

/** Chromium's names for what went wrong, with Electron's numbers for the usual ones. */
const errorNumbers: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_EMPTY_RESPONSE: -324,
}

export function loadError(errorText: string, url: string): Error & { readonly code: string; readonly errno: number; readonly url: string } {
  const code = errorText.replace(/^net::/, '')
  const errno = errorNumbers[code] ?? -2
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url })
}

/** Loads pages by Chromium's own number for each load, because the answer and the events of one load may come in any order. */
export function pageLoads(session: Session, mainFrame: string, navigate: Loads['navigate']): PageLoads {
  const done = new Set<string>()
  const waiting = new Map<string, () => void>()
  session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
    if (frameId !== mainFrame || name !== 'load') return
    done.add(loaderId)
    waiting.get(loaderId)?.()
  })
  return {
    load: async (pageUrl, named) => {
      const { errorText, loaderId } = await navigate(pageUrl)
      if (errorText) throw loadError(errorText, named)
      if (loaderId === undefined || done.has(loaderId)) return
      await new Promise<void>((resolve) => waiting.set(loaderId, resolve))
    },
  }
}
