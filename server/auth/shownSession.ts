import type { IncomingHttpHeaders } from 'node:http'
import { askersTokenOf } from './cookie.ts'

/** How a request shows its session; `token: null`: not at all, or not in the form of one. */
export type Shown = { readonly by: 'bearer' | 'cookie'; readonly token: string | null }

/**
 * The session that a request shows.
 *
 * Who shows a bearer is judged by it alone: a wrong one is not helped by a cookie. Other kinds of `Authorization` are
 * a proxy's before us, and no business of ours.
 */
export const shownSession = (headers: IncomingHttpHeaders): Shown => {
  const { authorization = '' } = headers
  return /^Bearer(\s|$)/i.test(authorization)
    ? { by: 'bearer', token: /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(authorization)?.[1] ?? null }
    : { by: 'cookie', token: askersTokenOf(headers) }
}

/** True for a programme that keeps its token itself; anyone else gets a cookie. */
export const wantsBearer = (headers: IncomingHttpHeaders): boolean => headers['x-xiaonao-session'] === 'bearer'
