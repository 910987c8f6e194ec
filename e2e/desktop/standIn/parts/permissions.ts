import type { Session as ElectronSession } from 'electron'
import type { Session } from '../browser/cdp.ts'
import { isAppPage, originOf, toPage } from '../appUrl.ts'

type RequestHandler = Parameters<ElectronSession['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<ElectronSession['setPermissionCheckHandler']>[0]

/** What pages may ask for: Electron's name for it, and Chromium's. What Chromium asks nobody about (full screen) is not here. */
const permissions: Readonly<Record<string, string>> = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  media: 'camera',
  audioCapture: 'microphone',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  midi: 'midi',
  'idle-detection': 'idle-detection',
  'window-management': 'window-management',
  'storage-access': 'storage-access',
}

export type Permissions = {
  readonly setRequestHandler: (handler: RequestHandler) => void
  readonly setCheckHandler: (handler: CheckHandler) => void
  /** Settles what this origin may do, before its first page. */
  readonly apply: (contents: object, url: string, page: Session) => Promise<void>
}

/**
 * Asks both handlers about everything a page could want, before it wants it.
 *
 * Chromium is told the answers for the page's origin; it then answers the page without asking anyone. With no handler Electron
 * grants, and so does this.
 */
export function permissionsOf(): Permissions {
  let onRequest: RequestHandler = null
  let onCheck: CheckHandler = null

  async function isGranted(contents: object, name: string, url: string): Promise<boolean> {
    const origin = originOf(url)
    const details = { requestingUrl: url, isMainFrame: true, securityOrigin: origin }
    if (onCheck && !onCheck(contents as never, name as never, origin, details as never)) return false
    const request = onRequest
    if (!request) return true
    return new Promise((resolve) => request(contents as never, name as never, resolve, details as never))
  }

  const settled = new Map<string, Promise<void>>()
  async function settle(contents: object, url: string, origin: string, page: Session): Promise<void> {
    for (const [name, chromiumName] of Object.entries(permissions)) {
      const setting = (await isGranted(contents, name === 'audioCapture' ? 'media' : name, url)) ? 'granted' : 'denied'
      await page.send('Browser.setPermission', { permission: { name: chromiumName }, setting, origin })
    }
  }

  return {
    setRequestHandler: (handler) => {
      onRequest = handler
      settled.clear()
    },
    setCheckHandler: (handler) => {
      onCheck = handler
      settled.clear()
    },
    apply: async (contents, url, page) => {
      const { origin } = new URL(toPage(url))
      if (!isAppPage(toPage(url))) return
      const settling = settled.get(origin) ?? settle(contents, url, origin, page)
      settled.set(origin, settling)
      await settling
    },
  }
}
