/** What the system's browser or telephone is asked to open, or why it is not. */
export type OutsideLink = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly why: 'malformed' | 'not-listed' }

const telephone = /^\+?[0-9][0-9-]{1,19}$/

/**
 * Whether a link may leave the product: the room's own server over its own scheme, and telephone numbers. A command
 * room's network is closed, so there is nobody else to visit.
 *
 * Answers the address as parsed and written anew, never the text that a page gave: what the system would read in that
 * text need not be what was judged.
 */
export const outsideLink = (asked: string, server: string | null): OutsideLink => {
  if (!URL.canParse(asked)) return { ok: false, why: 'malformed' }
  const url = new URL(asked)
  if (url.protocol === 'tel:')
    return telephone.test(url.pathname) ? { ok: true, url: `tel:${url.pathname}` } : { ok: false, why: 'malformed' }
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (!isWeb || url.username !== '' || url.password !== '' || server === null || url.origin !== server)
    return { ok: false, why: 'not-listed' }
  return { ok: true, url: url.href }
}
