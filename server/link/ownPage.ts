import type { IncomingHttpHeaders } from 'node:http'

/**
 * True when a page of this server knocks, or something that is no page at all and so carries no person's cookie unasked.
 *
 * A browser opens sockets to us for any page, and sends the cookie along for those of the same site: another
 * port of this machine, another name of the same domain.
 */
export const isOwnPage = ({ origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
