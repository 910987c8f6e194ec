import type { ApiError } from '../../shared/contracts/session.ts'

/** What an HTTP door answered. `unreachable`: nobody answered; `refused`: it said no, with its reason where it gave one. */
export type HttpAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: 'unreachable' }
  | { readonly ok: false; readonly kind: 'refused'; readonly status: number; readonly error: ApiError | null }

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}

const isApiError = (body: unknown): body is ApiError => typeof body === 'object' && body !== null && 'zh' in body && 'en' in body

/** Asks the server's HTTP doors; answers are trusted as typed, since server and pages ship together. */
export type Http = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<HttpAnswer<T>>

/** `wall` asks with the wall's cookie; everybody else says `1`. */
const httpAs =
  (page: '1' | 'wall'): Http =>
  async <T>(method: string, path: string, body?: unknown): Promise<HttpAnswer<T>> => {
    try {
      const json = body === undefined ? {} : { 'content-type': 'application/json' }
      // A header that no other site's page can add: it tells our own requests from forged ones, also behind a proxy that renames the host.
      const headers = { 'x-xiaonao': page, ...json }
      const response = await fetch(path, {
        method,
        credentials: 'same-origin',
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const told = await bodyOf(response)
      if (response.ok) return { ok: true, value: told as T }
      return { ok: false, kind: 'refused', status: response.status, error: isApiError(told) ? told : null }
    } catch {
      return { ok: false, kind: 'unreachable' }
    }
  }

export const http: Http = httpAs('1')

export const wallHttp: Http = httpAs('wall')
