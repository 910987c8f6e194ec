import type { z } from 'zod'
import {
  CitizenBuilding,
  CitizenPhoto,
  CitizenReceipt,
  CitizenView,
  type BuildingCode,
  type CitizenRating,
  type CitizenReport,
} from '../../shared/contracts/citizen.ts'
import { ApiError } from '../../shared/contracts/session.ts'
import type { Both } from './words.ts'

/** What became of a request: `offline` when nothing came back at all, `refused` with the server's own words. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'offline' }
  | { readonly ok: false; readonly why: 'refused'; readonly status: number; readonly says: Both }

/** A weak network is given this long before the person is told, ms. */
const patienceMs = 20_000

const unreadable: Both = {
  zh: '服务暂时不可用，请稍后重试；情况紧急请拨打 110',
  en: 'The service is not available now. Please try again; if it is urgent, call 110.',
}

const saysOf = async (response: Response): Promise<Both> => {
  const parsed = ApiError.safeParse(await response.json().catch(() => null))
  return parsed.success ? { zh: parsed.data.zh, en: parsed.data.en } : unreadable
}

const ask = async <T>(url: string, schema: z.ZodType<T> | null, init: RequestInit = {}): Promise<Reply<T>> => {
  try {
    const response = await fetch(url, { ...init, cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(patienceMs) })
    if (!response.ok) return { ok: false, why: 'refused', status: response.status, says: await saysOf(response) }
    if (schema === null) return { ok: true, value: undefined as T }
    const parsed = schema.safeParse(await response.json())
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, why: 'refused', status: 502, says: unreadable }
  } catch {
    return { ok: false, why: 'offline' }
  }
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const codeQuery = ({ building, signature }: BuildingCode): string => `b=${encodeURIComponent(building)}&s=${encodeURIComponent(signature)}`

export const citizenApi = {
  building: (code: BuildingCode) => ask(`/api/citizen/building?${codeQuery(code)}`, CitizenBuilding),
  photo: (code: BuildingCode, picture: Blob) =>
    ask(`/api/citizen/photos?${codeQuery(code)}`, CitizenPhoto, {
      method: 'POST',
      headers: { 'content-type': picture.type || 'image/jpeg' },
      body: picture,
    }),
  report: (report: CitizenReport) => ask('/api/citizen/report', CitizenReceipt, json(report)),
  follow: (token: string) => ask(`/api/citizen/follow?t=${encodeURIComponent(token)}`, CitizenView),
  rate: (rating: CitizenRating) => ask<void>('/api/citizen/rate', null, json(rating)),
}

/** The citizen's doors as the page uses them; tests hand in their own. */
export type CitizenApi = typeof citizenApi
