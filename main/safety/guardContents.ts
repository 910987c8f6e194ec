import type { WebContents } from 'electron'

type Ways = {
  /** Whether a window may go to this address by itself. */
  readonly isOwnPage: (url: string) => boolean
  /** A page of ours that asks for a window of its own. */
  readonly openInside: (url: string) => void
  /** Anything else; whether it may leave is decided there. */
  readonly openOutside: (url: string) => void
  readonly refused: (what: string, url: string) => void
}

/**
 * Closes every way in which a page could lead its window elsewhere: navigation, also of frames and by redirects; new
 * windows; embedded pages. Hung on each new page by the one hook that sees them all, so that no window can be forgotten.
 */
export const guardContents = (contents: WebContents, { isOwnPage, openInside, openOutside, refused }: Ways): void => {
  const hold = (what: string) => (details: { readonly url: string; readonly preventDefault: () => void }) => {
    if (isOwnPage(details.url)) return
    details.preventDefault()
    refused(what, details.url)
  }
  contents.on('will-navigate', hold('navigation'))
  contents.on('will-frame-navigate', hold('frame navigation'))
  contents.on('will-redirect', hold('redirect'))
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    refused('webview', contents.getURL())
  })
  contents.setWindowOpenHandler(({ url }) => {
    if (isOwnPage(url)) openInside(url)
    else openOutside(url)
    return { action: 'deny' }
  })
}
