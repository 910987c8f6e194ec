import { EventEmitter, once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { WebContents, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import { originOf, toPage } from '../appUrl.ts'
import type { Session } from '../browser/cdp.ts'
import type { Engine, Target } from '../browser/engine.ts'
import { holdNavigation, type Loads } from '../browser/navigation.ts'
import { offer } from '../offer.ts'
import { judgePage, type CertificateJudge } from '../parts/certificateJudge.ts'
import { preventable } from '../preventable.ts'
import type { Recorder } from '../recorder.ts'
import { linkPreload, type PreloadLink } from '../worlds/preloadLink.ts'
import { keysScript, preloadWorldName } from '../worlds/scripts.ts'
import { packed } from '../worlds/packed.ts'
import type { FromPreload, ToPreload } from '../worlds/preloadWorld.ts'
import { contentsEvents } from './contentsEvents.ts'
import { followPage } from './followPage.ts'
import { pageLoads, type PageLoads } from './pageLoads.ts'
import { pageWishes } from './pageWishes.ts'
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
  | 'setZoomMode'
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
  /** How the main process judges certificates, when it does. */
  readonly judge: () => CertificateJudge
  readonly hear: (message: FromPreload, event: object, answer: (message: ToPreload) => void) => void
  readonly close: () => void
  /** Answers what is posted to this path of any of our pages. */
  readonly answerAt: (path: string, answer: (body: string) => string) => void
  readonly recorder: Recorder
}

/** What the window that holds it needs of a page, beyond what Electron offers. */
export type Contents = {
  readonly offered: OfferedContents
  readonly metrics: PageMetrics
  /** Everything is set up: scripts, bindings and guards are in place before anything is loaded. */
  readonly ready: Promise<void>
  /** How often it crashed; while it lies crashed, waits until it was loaded again. */
  readonly standing: () => Promise<number>
  readonly titled: (title: string) => void
  readonly crashed: (status: string) => Electron.RenderProcessGoneDetails
  readonly destroyed: () => void
}

export function contents(given: ContentsGiven): Contents {
  const { id, target, preferences, recorder } = given
  const heard = new EventEmitter()
  const page = { url: '', title: '', isCrashed: false, isDestroyed: false, isLoading: false }
  let openHandler: ((details: Electron.HandlerDetails) => WindowOpenHandlerResponse) | undefined
  let link: PreloadLink | undefined
  let crashes = 0
  let loads: (Loads & PageLoads) | undefined
  const metrics = pageMetrics(target.then(({ session }) => session))

  const frame = Object.defineProperties({ parent: null, processId: id, routingId: 1 } as OfferedFrame, {
    url: { get: () => page.url, enumerable: true },
    origin: { get: () => originOf(page.url), enumerable: true },
  })
  const mainFrame = offer('WebFrameMain', frame)

  function fromPreload(message: FromPreload, answer: (message: ToPreload) => void): void {
    const event = { type: 'frame', sender: offered, senderFrame: mainFrame, processId: id, frameId: 1 }
    given.hear(message, { ...event, reply: (channel: string, ...sent: unknown[]) => offered.send(channel, ...sent) }, answer)
  }

  /** Whoever wants to be asked about keys says so before the page is loaded. */
  let holdsKeys = false
  async function holdKeysIfAsked(session: Session): Promise<void> {
    if (holdsKeys || heard.listenerCount('before-input-event') === 0) return
    holdsKeys = true
    const askAt = `/${randomUUID()}`
    given.answerAt(askAt, (body) => {
      const event = preventable({})
      heard.emit('before-input-event', event, JSON.parse(body))
      return event.defaultPrevented ? 'held' : ''
    })
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: keysScript(askAt), worldName: preloadWorldName })
  }

  async function setUp(): Promise<void> {
    const { session } = await target
    await session.send('Page.enable')
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true })
    await judgePage(session, given.judge)
    const { frameTree } = await session.send('Page.getFrameTree')
    const main = frameTree.frame.id
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
    const wishes = pageWishes({ id, heard, mainFrame, pageUrl: () => page.url, openHandler: () => openHandler })
    const held = await holdNavigation(session, main, wishes)
    loads = { ...held, ...pageLoads(session, main, held.navigate) }
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
      await holdKeysIfAsked(session)
      await loads?.load(toPage(url), url)
    },
    reload: () => later(async () => loads?.reload(toPage(page.url))),
    forcefullyCrashRenderer: () => later((session) => session.send('Page.crash')),
    send: (channel: string, ...sent: unknown[]) => link?.send({ say: 'send', channel, given: packed(sent) }),
    setZoomFactor: (factor: number) => metrics.set({ zoom: factor }),
    // Each window's zoom is its own here, as `isolated` asks.
    setZoomMode: () => {},
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
    standing: async () => {
      if (page.isCrashed) await once(heard, 'did-navigate')
      return crashes
    },
    titled: (title) => {
      if (title === page.title || page.url === '') return
      page.title = title
      heard.emit('page-title-updated', preventable({}), title, true)
    },
    crashed: (status) => {
      page.isCrashed = true
      crashes += 1
      const details = { reason: status === 'oom' || status === 'killed' ? status : 'crashed', exitCode: 1 } as const
      heard.emit('render-process-gone', {}, details)
      return details
    },
    destroyed: () => {
      page.isDestroyed = true
      heard.emit('destroyed')
    },
  }
}
