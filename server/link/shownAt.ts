import type { Socket } from 'socket.io'
import { isOwnPage } from './ownPage.ts'

/** What a handshake shows for itself: the browser's cookie, or a ticket that its session was given. */
export type Shown = { readonly by: 'cookie' | 'ticket'; readonly token: string }

const cookieIn = (header: string | undefined): string | null => /(?:^|;\s*)xn_session=([^;]+)/.exec(header ?? '')?.[1] ?? null

/** Null when nothing of use is shown. A ticket, good or not, is judged by itself; a cookie counts from an own page only. */
export const shownAt = ({ auth, headers }: Pick<Socket['handshake'], 'auth' | 'headers'>): Shown | null => {
  const ticket: unknown = auth['ticket']
  if (ticket !== undefined) return typeof ticket === 'string' && ticket.length <= 64 ? { by: 'ticket', token: ticket } : null
  const token = isOwnPage(headers) ? cookieIn(headers.cookie) : null
  return token === null ? null : { by: 'cookie', token }
}
