import type { IncomingHttpHeaders } from 'node:http'

/** Read by the server alone: scripts cannot see it, other sites cannot make the browser send it. */
const cookieName = 'xn_session'

/** A wall's own, so that a wall opened beside a console in one browser does not sign its person out. */
const wallCookieName = 'xn_wall'

const tokenIn = (header: string | undefined, name: string): string | null => {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  const token = found?.slice(name.length + 1) ?? ''
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

/** The session token in a `Cookie` header (of a request or of a socket's handshake); null when there is none. */
export const sessionTokenOf = (header: string | undefined): string | null => tokenIn(header, cookieName)

/** The token of whoever asks: the wall's where the wall's page says that it is asking, else the person's. */
export const askersTokenOf = (headers: IncomingHttpHeaders): string | null =>
  headers['x-xiaonao'] === 'wall' ? tokenIn(headers.cookie, wallCookieName) : sessionTokenOf(headers.cookie)

const attributes = (isSecure: boolean) => `HttpOnly; SameSite=Strict; Path=/${isSecure ? '; Secure' : ''}`

/** A `Set-Cookie` value that ends with the browser's session at the latest. `isSecure` on TLS only: plain HTTP would drop it. */
export const sessionCookie = (token: string, isSecure: boolean): string => `${cookieName}=${token}; ${attributes(isSecure)}`

export const wallCookie = (token: string, isSecure: boolean): string => `${wallCookieName}=${token}; ${attributes(isSecure)}`

export const noSessionCookie = (isSecure: boolean): string => `${cookieName}=; Max-Age=0; ${attributes(isSecure)}`
