/** Read by the server alone: scripts cannot see it, other sites cannot make the browser send it. */
const cookieName = 'xn_session'

/** The session token in a `Cookie` header (of a request or of a socket's handshake); null when there is none. */
export const sessionTokenOf = (header: string | undefined): string | null => {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${cookieName}=`))
  const token = found?.slice(cookieName.length + 1) ?? ''
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

const attributes = (isSecure: boolean) => `HttpOnly; SameSite=Strict; Path=/${isSecure ? '; Secure' : ''}`

/** A `Set-Cookie` value that ends with the browser's session at the latest. `isSecure` on TLS only: plain HTTP would drop it. */
export const sessionCookie = (token: string, isSecure: boolean): string => `${cookieName}=${token}; ${attributes(isSecure)}`

export const noSessionCookie = (isSecure: boolean): string => `${cookieName}=; Max-Age=0; ${attributes(isSecure)}`
