import { outsideScript, preloadWorldName } from '../worlds/scripts.ts'
import type { Session } from './cdp.ts'

/** What a page may want to do; each answers whether it may. */
export type Wishes = {
  readonly navigate: (url: string, frame: { readonly isMain: boolean; readonly isSameDocument: boolean }) => boolean
  readonly redirect: (url: string, isMain: boolean) => boolean
  readonly openWindow: (asked: { readonly url: string; readonly frameName: string; readonly features: string }) => void
}

const withoutHash = (url: string): string => url.replace(/#.*$/, '')
const isFetched = (url: string): boolean => /^https?:/i.test(url)

/** How the links that other programs open are told of. */
const outside = 'toOutside'

/** How long what the page says of a document may come after the document was asked for. */
const announcedWithinMs = 2000

/** How the main process loads a page: it is never asked whether it may. */
export type Loads = {
  readonly navigate: (url: string) => Promise<{ readonly errorText?: string; readonly loaderId?: string }>
  readonly reload: (url: string) => Promise<unknown>
}

/** What pages said they want, by frame; whoever asks too early waits for it. */
function announcements() {
  const said = new Map<string, string>()
  const waiting = new Map<string, () => void>()
  return {
    say: (frameId: string, url: string): void => {
      said.set(frameId, url)
      waiting.get(frameId)?.()
    },
    /** Whether the frame said that it wants this. */
    take: async (frameId: string, url: string): Promise<boolean> => {
      if (said.get(frameId) !== url) {
        let timer: NodeJS.Timeout | undefined
        await new Promise<void>((resolve) => {
          waiting.set(frameId, resolve)
          timer = setTimeout(resolve, announcedWithinMs)
        })
        clearTimeout(timer)
        waiting.delete(frameId)
      }
      return said.get(frameId) === url && said.delete(frameId)
    },
  }
}

/**
 * Holds every document a page asks for until the main process had its say.
 *
 * What a page asks for (a link, a form, a script) is announced by the page itself, while the document is asked for by the browser:
 * the two may come in any order. What the main process loads itself passes at once, as in Electron; what nobody announced within
 * a while (a person's reload, the first document of a frame) passes too. Redirects are asked about either way.
 */
export async function holdNavigation(session: Session, mainFrame: string, wishes: Wishes): Promise<Loads> {
  const announced = announcements()
  /** What the main process is loading, until it was asked for. */
  const own = new Set<string>()

  session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition !== 'currentTab') return
    if (isFetched(url)) return announced.say(frameId, withoutHash(url))
    const isMain = frameId === mainFrame
    if (!wishes.navigate(url, { isMain, isSameDocument: false })) session.send('Page.stopLoading').catch(() => undefined)
  })

  async function isAllowed(url: string, frameId: string, isRedirect: boolean): Promise<boolean> {
    const isMain = frameId === mainFrame
    if (isRedirect) return wishes.redirect(url, isMain)
    if (isMain && own.delete(url)) return true
    if (!(await announced.take(frameId, url))) return true
    return wishes.navigate(url, { isMain, isSameDocument: false })
  }

  session.on('Fetch.requestPaused', ({ requestId, request, frameId, redirectedRequestId }) => {
    isAllowed(withoutHash(request.url), frameId, redirectedRequestId !== undefined)
      .then((allowed) =>
        allowed
          ? session.send('Fetch.continueRequest', { requestId })
          : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }),
      )
      .catch(() => undefined)
  })
  session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
    wishes.openWindow({ url, frameName: windowName === '_blank' ? '' : windowName, features: windowFeatures.join(',') })
  })
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === outside) wishes.navigate(payload, { isMain: true, isSameDocument: false })
  })
  await session.send('Runtime.addBinding', { name: outside, executionContextName: preloadWorldName })
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: outsideScript(outside), worldName: preloadWorldName })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] })

  return {
    navigate: (url) => {
      own.add(withoutHash(url))
      // Where nothing was fetched, within a document, nothing stays allowed.
      return session.send('Page.navigate', { url }).finally(() => own.delete(withoutHash(url)))
    },
    reload: (url) => {
      own.add(withoutHash(url))
      return session.send('Page.reload')
    },
  }
}
