import { deskHost, deskScheme } from '../../shared/contracts/deskOrigin.ts'

/** The pages that the desktop serves, by their path. Those of phones and citizens are not among them: they never meet the bridge. */
const pages: Readonly<Record<string, string>> = {
  '/': 'console/index.html',
  '/wall/': 'wall/index.html',
  '/supervise/': 'supervise/index.html',
  '/begin/': 'begin/index.html',
  '/number/': 'number/index.html',
}

/** The built scripts, styles and pictures of all pages: one flat folder whose names the builder makes. */
const builtFile = /^\/assets\/[A-Za-z0-9][A-Za-z0-9._-]*$/

/** Doors of the dispatch server that pages knock at; the answer is fetched there. */
const serverDoor = /^\/(api|tiles|map)\//

export type Served =
  | { readonly from: 'files'; readonly path: string; readonly isPage: boolean }
  | { readonly from: 'server'; readonly path: string }
  | { readonly from: 'nowhere' }

const parsed = (url: string): URL | null => {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  const isOurs = address.protocol === `${deskScheme}:` && address.host === deskHost
  return isOurs && address.username === '' && address.password === '' ? address : null
}

/** Where the answer to a request for `url` comes from. Only names that are expected are answered at all, so no path can lead out of the folder. */
export const servedFrom = (url: string): Served => {
  const address = parsed(url)
  if (!address) return { from: 'nowhere' }
  const page = Object.hasOwn(pages, address.pathname) ? pages[address.pathname] : undefined
  if (page !== undefined) return { from: 'files', path: page, isPage: true }
  if (builtFile.test(address.pathname)) return { from: 'files', path: address.pathname.slice(1), isPage: false }
  if (serverDoor.test(address.pathname)) return { from: 'server', path: `${address.pathname}${address.search}` }
  return { from: 'nowhere' }
}

/** True for the address of a page that a window of the desktop may show. */
export const isDeskPage = (url: string): boolean => {
  const served = servedFrom(url)
  return served.from === 'files' && served.isPage
}
