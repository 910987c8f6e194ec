import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { WebContents, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import { originOf, toApp, toPage } from '../appUrl.ts'
import type { Session } from '../browser/cdp.ts'
import type { Engine, Target } from '../browser/engine.ts'
import { holdNavigation } from '../browser/navigation.ts'
import { offer } from '../offer.ts'
import { preventable } from '../preventable.ts'
import type { Recorder } from '../recorder.ts'
import { linkPreload, type PreloadLink } from '../worlds/preloadLink.ts'
import { packed } from '../worlds/packed.ts'
import type { FromPreload, ToPreload } from '../worlds/preloadWorld.ts'
import { contentsEvents } from './contentsEvents.ts'
import { followPage } from './followPage.ts'
import { pageLoads, type PageLoads } from './pageLoads.ts'
import { pageMetrics, type PageMetrics } from './pageMetrics.ts'

type Methods =
  | 'id'
  | 'getURL'
  | 'getTitle'
  | 'send'
  | 'loadURL'
  | 'reload'
  | 'isLoading'
  | 'isDestroyed'
  | 'isCrashed'
  | 'forcefullyCrashRenderer'
  | 'close'
  | 'focus'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'setVisualZoomLevelLimits'
  | 'setWindowOpenHandler'
  | 'executeJavaScript'
  | 'printToPDF'
  | 'print'
  | 'openDevTools'
  | 'isDevToolsOpened'
  | 'getType'

export type OfferedFrame = Pick<Electron.WebFrameMain, 'url' | 'origin' | 'parent' | 'processId' | 'routingId'>
export type OfferedContents = EventEmitter & Pick<WebContents, Methods> & { readonly mainFrame: OfferedFrame; readonly session: object }

export type ContentsGiven = {
  readonly id: number
  readonly target: Promise<Target>
  readonly engine: Promise<Engine>
  readonly preferences: WebPreferences
  readonly session: object
  /** Called once for each origin before its first page, so that what it may ask for is settled. */
  readonly permit: (contents: OfferedContents, pageUrl: string, page: Session) => Promise<void>
  readonly hear: (message: FromPreload, event: object, answer: (message: ToPreload) => void) => void
  readonly close: () => void
  readonly recorder: Recorder
}

/** What the window that holds it needs of a page, beyond what Electron offers. */
export type Contents = {
  readonly offered: OfferedContents
  readonly metrics: PageMetrics
  /** Everything is set up: scripts, bindings and guards are in place before anything is loaded. */
  readonly ready: Promise<void>
  readonly crashed: (status: string) => void
  readonly destroyed: () => void
  readonly popupOpened: () => void
}

export function contents(given: ContentsGiven): Contents {
  const { id, target, preferences, recorder } = given
  const heard = new EventEmitter()
  const page = { url: '', title: '', isCrashed: false, isDestroyed: false, isLoading: false }
  let openHandler: ((details: Electron.HandlerDetails) => WindowOpenHandlerResponse) | undefined
  let link: PreloadLink | undefined
  let loads: PageLoads | undefined
  const metrics = pageMetrics(target.then(({ session }) => session))

  const frame = Object.defineProperties({ parent: null, processId: id, routingId: 1 } as OfferedFrame, {
    url: { get: () => page.url, enumerable: true },
    origin: { get: () => originOf(page.url), enumerable: true },
  })
  const mainFrame = offer('WebFrameMain', frame)

  function opened(asked: { readonly url: string; readonly frameName: string; readonly features: string }): void {
    const details = {
      ...asked,
      url: toApp(asked.url),
      disposition: 'new-window' as const,
      referrer: { url: page.url, policy: 'default' as const },
    }
    const answer = openHandler?.(details)
    if (answer?.action !== 'deny') console.error(`The stand-in opens no window for a page; refused: ${details.url}`)
  }

  function fromPreload(message: FromPreload, answer: (message: ToPreload) => void): void {
    if (message.say === 'key') return void heard.emit('before-input-event', preventable({}), message.input)
    const event = { type: 'frame', sender: offered, senderFrame: mainFrame, processId: id, frameId: 1 }
    given.hear(message, { ...event, reply: (channel: string, ...sent: unknown[]) => offered.send(channel, ...sent) }, answer)
  }

  async function setUp(): Promise<void> {
    const { session } = await target
    await session.send('Page.enable')
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true })
    const { frameTree } = await session.send('Page.getFrameTree')
    const main = frameTree.frame.id
    loads = pageLoads(session, main)
    followPage({ session, main, page, heard, mainFrame })
    if (preferences.preload !== undefined)
      link = await linkPreload({
        session,
        mainFrame: main,
        preload: readFileSync(preferences.preload, 'utf8'),
        argv: [process.execPath, ...(preferences.additionalArguments ?? [])],
        hear: fromPreload,
      })
    else await session.send('Runtime.enable')
    await holdNavigation(session, main, {
      navigate: (url, { isMain }) => {
        const details = { url: toApp(url), isMainFrame: isMain, isSameDocument: false, frame: mainFrame }
        const event = preventable(details)
        heard.emit('will-frame-navigate', event)
        if (isMain) heard.emit('will-navigate', event, details.url, false, true, id, 1)
        return !event.defaultPrevented
      },
      redirect: (url, isMain) => {
        const event = preventable({ url: toApp(url), isMainFrame: isMain, isSameDocument: false, frame: mainFrame })
        heard.emit('will-redirect', event, event.url, false, isMain, id, 1)
        return !event.defaultPrevented
      },
      openWindow: opened,
    })
  }
  const ready = setUp()
  const whenReady = async (): Promise<Session> => {
    await ready
    return (await target).session
  }
  /** For what Electron answers at once: it is done in order, and what a page that has gone cannot do is not done. */
  const later = (work: (session: Session) => Promise<unknown>): void =>
    void whenReady()
      .then(work)
      .catch(() => undefined)

  const offered: OfferedContents = Object.assign(heard, {
    id,
    mainFrame,
    session: given.session,
    getType: () => 'window' as const,
    getURL: () => page.url,
    getTitle: () => page.title,
    isLoading: () => page.isLoading,
    isDestroyed: () => page.isDestroyed,
    isCrashed: () => page.isCrashed,
    close: given.close,
    focus: () => later(async () => (await given.engine).focus((await target).id)),
    loadURL: async (url: string) => {
      const session = await whenReady()
      await given.permit(offered, url, session)
      await loads?.load(toPage(url), url)
    },
    reload: () => later((session) => session.send('Page.reload')),
    forcefullyCrashRenderer: () => later((session) => session.send('Page.crash')),
    send: (channel: string, ...sent: unknown[]) => link?.send({ say: 'send', channel, given: packed(sent) }),
    setZoomFactor: (factor: number) => metrics.set({ zoom: factor }),
    getZoomFactor: () => metrics.zoom(),
    setVisualZoomLevelLimits: async (...limits: number[]) => recorder.record('webContents.setVisualZoomLevelLimits', ...limits),
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler
    },
    executeJavaScript: async (code: string, userGesture = false) => {
      const session = await whenReady()
      const options = { returnByValue: true, awaitPromise: true, userGesture }
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression: code, ...options })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value as unknown
    },
    printToPDF: async ({ landscape = false, printBackground = false }: Electron.PrintToPDFOptions = {}) => {
      const { data } = await (await whenReady()).send('Page.printToPDF', { landscape, printBackground })
      return Buffer.from(data, 'base64')
    },
    print: (options: object = {}, done?: (success: boolean, reason: string) => void) => {
      recorder.record('webContents.print', options)
      if (done) setImmediate(done, true, '')
    },
    openDevTools: () => recorder.record('webContents.openDevTools'),
    isDevToolsOpened: () => false,
  }) as OfferedContents

  const proxied = offer('WebContents', offered, contentsEvents)
  return {
    offered: proxied,
    metrics,
    ready,
    crashed: (status) => {
      page.isCrashed = true
      heard.emit('render-process-gone', {}, { reason: status === 'oom' || status === 'killed' ? status : 'crashed', exitCode: 1 })
    },
    destroyed: () => {
      page.isDestroyed = true
      heard.emit('destroyed')
    },
    popupOpened: () => undefined,
  }
}
