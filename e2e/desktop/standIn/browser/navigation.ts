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

/** A page that does not answer (busy, gone) cannot have asked for what is held. */
const answerWithinMs = 2000

/** Resolves when everything the page said before has been heard: its own events and this answer come over one wire, in order. */
async function heardAll(session: Session): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((resolve) => (timer = setTimeout(resolve, answerWithinMs)))
  await Promise.race([session.send('Runtime.evaluate', { expression: '0' }).catch(() => undefined), late])
  clearTimeout(timer)
}

/**
 * Holds every document a page asks for until the main process had its say.
 *
 * What a page asks for (a link, a form, a script) is announced by the page itself before it is fetched; what is fetched without
 * such an announcement was asked for by us (`loadURL`, `reload`) and passes, as in Electron. Redirects are asked about either way.
 */
export async function holdNavigation(session: Session, mainFrame: string, wishes: Wishes): Promise<void> {
  const announced = new Map<string, string>()

  session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition !== 'currentTab') return
    if (isFetched(url)) return void announced.set(frameId, withoutHash(url))
    const isMain = frameId === mainFrame
    if (!wishes.navigate(url, { isMain, isSameDocument: false })) session.send('Page.stopLoading').catch(() => undefined)
  })

  async function isAllowed(url: string, frameId: string, isRedirect: boolean): Promise<boolean> {
    const isMain = frameId === mainFrame
    if (isRedirect) return wishes.redirect(url, isMain)
    await heardAll(session)
    if (announced.get(frameId) !== url) return true
    announced.delete(frameId)
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
}
