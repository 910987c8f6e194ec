/**
 * An address of our own server, whole: engines fetch in workers, which may have an address of their own.
 *
 * By hand, since an address of tiles has gaps (`{z}`) that a parser would escape, and for whatever scheme the page is at.
 */
export const wholeAddress = (address: string, page: string): string =>
  address.startsWith('/') ? new URL('/', page).href.slice(0, -1) + address : address
