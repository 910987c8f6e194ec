import type { Session } from 'electron'

/** What our own pages may use of the machine; everything else is denied to everybody. Electron's default is to approve. */
export const grantable: ReadonlySet<string> = new Set([
  'notifications',
  'fullscreen',
  // A room's server stands on a private address or on this machine; to Chromium a page of our scheme comes from nowhere, and
  // may open a socket there only with leave.
  'local-network',
  'local-network-access',
  'loopback-network',
  // Links and one-time secrets are copied with a button, and only written: what others copied is not read.
  'clipboard-sanitized-write',
])

/** True when this permission may be given to a page of this origin. */
export const mayUse = (permission: string, origin: string, ownOrigin: string): boolean => grantable.has(permission) && origin === ownOrigin

const originOf = (url: string): string => {
  if (!URL.canParse(url)) return 'null'
  const { protocol, host } = new URL(url)
  // A scheme of our own has an opaque origin to the URL standard; Chromium gives it scheme and host.
  return `${protocol}//${host}`
}

/** Answers every question for a permission, a device or a certificate of this session with the rule above. */
export const limitPermissions = (session: Session, ownOrigin: string): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayUse(permission, originOf(requestingUrl), ownOrigin)),
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => mayUse(permission, originOf(requestingOrigin), ownOrigin))
  session.setDevicePermissionHandler(() => false)
}
