import type { IncomingHttpHeaders } from 'node:http'
import { deskOrigin } from '../../shared/contracts/deskOrigin.ts'

type From = Pick<IncomingHttpHeaders, 'origin' | 'host'>

/**
 * True when a page of this server knocks, or something that is no page at all and so carries no person's cookie unasked.
 *
 * A browser opens sockets to us for any page, and sends the cookie along for those of the same site: another
 * port of this machine, another name of the same domain.
 */
export const isOwnPage = ({ origin, host }: From): boolean => {
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  return /^https?:$/.test(page.protocol) && page.host === host
}

/** The origins of pages that are ours and not this server's: they come in by a ticket, and never by a cookie. */
export const deskOrigins = (pageOrigins: readonly string[]): string[] => [deskOrigin, ...pageOrigins]

export const mayKnock = (from: From, pageOrigins: readonly string[]): boolean =>
  isOwnPage(from) || (from.origin !== undefined && deskOrigins(pageOrigins).includes(from.origin))
