import type { BuildingCode } from '../../shared/contracts/citizen.ts'

/** What the page was opened for. */
export type Address = { readonly code: BuildingCode | null; readonly follow: string | null }

/**
 * `/report/?b=…&s=…` from the QR code; `#f=…` follows a report.
 *
 * The token stands after `#`, so that it is never part of what a server or a proxy writes down when the page is loaded.
 */
export const readAddress = (search: string, hash: string): Address => {
  const query = new URLSearchParams(search)
  const building = query.get('b') ?? ''
  const signature = query.get('s') ?? ''
  const follow = new URLSearchParams(hash.replace(/^#/, '')).get('f')
  return { code: building !== '' && signature !== '' ? { building, signature } : null, follow: follow === '' ? null : follow }
}

export const followHash = (token: string): string => `#f=${encodeURIComponent(token)}`
