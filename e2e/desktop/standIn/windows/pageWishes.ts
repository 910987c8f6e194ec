import type { EventEmitter } from 'node:events'
import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron'
import { toApp } from '../appUrl.ts'
import type { Wishes } from '../browser/navigation.ts'
import { preventable } from '../preventable.ts'

type Given = {
  readonly id: number
  readonly heard: EventEmitter
  readonly mainFrame: object
  readonly pageUrl: () => string
  readonly openHandler: () => ((details: HandlerDetails) => WindowOpenHandlerResponse) | undefined
}

/** Lets the main process say no to what a page wants, with Electron's events. No page opens a window here, whatever is answered. */
export function pageWishes({ id, heard, mainFrame, pageUrl, openHandler }: Given): Wishes {
  return {
    navigate: (url, { isMain, isSameDocument }) => {
      const event = preventable({ url: toApp(url), isMainFrame: isMain, isSameDocument, frame: mainFrame })
      heard.emit('will-frame-navigate', event)
      if (isMain) heard.emit('will-navigate', event, event.url, isSameDocument, isMain, id, 1)
      return !event.defaultPrevented
    },
    redirect: (url, isMain) => {
      const event = preventable({ url: toApp(url), isMainFrame: isMain, isSameDocument: false, frame: mainFrame })
      heard.emit('will-redirect', event, event.url, false, isMain, id, 1)
      return !event.defaultPrevented
    },
    openWindow: ({ url, frameName, features }) => {
      const referrer = { url: pageUrl(), policy: 'default' as const }
      const details = { url: toApp(url), frameName, features, disposition: 'new-window' as const, referrer }
      if (openHandler()?.(details).action !== 'deny') console.error(`The stand-in opens no window for a page; not opened: ${details.url}`)
    },
  }
}
