import type { EventEmitter } from 'node:events'
import { toApp } from '../appUrl.ts'
import type { Session } from '../browser/cdp.ts'
import { preventable } from '../preventable.ts'

type Page = { url: string; title: string; isCrashed: boolean; isDestroyed: boolean; isLoading: boolean }

type Given = {
  readonly session: Session
  readonly main: string
  /** Kept up to date here, for whoever is asked. */
  readonly page: Page
  readonly heard: EventEmitter
  readonly mainFrame: object
}

const levels: Readonly<Record<string, string>> = { warning: 'warning', error: 'error', assert: 'error', debug: 'debug' }

/** Turns what Chromium tells of a page into what Electron tells of it. */
export function followPage({ session, main, page, heard, mainFrame }: Given): void {
  session.on('Page.frameStartedLoading', ({ frameId }) => {
    if (frameId !== main) return
    page.isLoading = true
    heard.emit('did-start-loading')
  })
  session.on('Page.frameStoppedLoading', ({ frameId }) => {
    if (frameId !== main) return
    page.isLoading = false
    heard.emit('did-stop-loading')
  })
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined) return
    page.isCrashed = false
    page.url = toApp((frame.unreachableUrl ?? frame.url) + (frame.urlFragment ?? ''))
    if (frame.unreachableUrl === undefined) heard.emit('did-navigate', {}, page.url, 200, 'OK')
    else heard.emit('did-fail-load', {}, -2, 'ERR_FAILED', page.url, true, 1, 1)
  })
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId !== main) return
    page.url = toApp(url)
    heard.emit('did-navigate-in-page', {}, page.url, true, 1, 1)
  })
  session.on('Page.domContentEventFired', () => heard.emit('dom-ready', {}))
  session.on('Page.loadEventFired', () => heard.emit('did-finish-load'))
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const from = stackTrace?.callFrames[0]
    const message = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ')
    const place = { lineNumber: from?.lineNumber ?? 0, sourceId: toApp(from?.url ?? '') }
    heard.emit('console-message', preventable({ level: levels[type] ?? 'info', message, ...place, frame: mainFrame }))
  })
}
