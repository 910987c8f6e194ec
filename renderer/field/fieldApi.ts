import type {
  FieldOutbox,
  FieldPhone,
  FieldPhoneAsk,
  FieldPositions,
  FieldReceipt,
  FieldReport,
  FieldReported,
  FieldView,
  KeptPhoto,
} from '../../shared/contracts/field.ts'
import type { ApiError } from '../../shared/contracts/session.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'

/** What the room answered. `later`: nobody did, or it cannot now; `no`: it will not, however often it is asked. */
export type Told<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'later' | 'dead' }
  | { readonly ok: false; readonly why: 'no'; readonly error: Pick<ApiError, 'zh' | 'en'> }

export type FieldApi = {
  readonly me: () => Promise<Told<FieldView>>
  readonly do: (outbox: FieldOutbox) => Promise<Told<FieldReceipt>>
  readonly positions: (positions: FieldPositions) => Promise<Told<{ readonly now: number }>>
  readonly keepPhoto: (bytes: Uint8Array<ArrayBuffer>) => Promise<Told<KeptPhoto>>
  readonly report: (report: FieldReport) => Promise<Told<FieldReported>>
  readonly phone: (ask: FieldPhoneAsk) => Promise<Told<FieldPhone>>
  readonly thumb: (photo: PhotoId) => Promise<Told<Blob>>
}

const anyhow = { zh: '指挥室没有接受', en: 'The room did not accept it' }

/** A phone on a weak network is better told soon; a photo may take its time. */
const answerWithinMs = 12_000
const photoWithinMs = 90_000

const errorOf = async (response: Response): Promise<Pick<ApiError, 'zh' | 'en'>> => {
  try {
    const body = (await response.json()) as Partial<ApiError>
    return body.zh !== undefined && body.en !== undefined ? { zh: body.zh, en: body.en } : anyhow
  } catch {
    return anyhow
  }
}

const isForLater = (status: number) => status === 408 || status === 429 || status >= 500

/** Speaks `shared/contracts/field.ts` with the server; never throws. */
export const fieldApi = (token: string): FieldApi => {
  const ask = async <T>(
    path: string,
    init: RequestInit,
    read: (response: Response) => Promise<T>,
    withinMs = answerWithinMs,
  ): Promise<Told<T>> => {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), withinMs)
    try {
      const headers = { ...(init.headers as Record<string, string> | undefined), authorization: `Bearer ${token}` }
      const response = await fetch(`/api/field/${path}`, { ...init, headers, signal: stop.signal, credentials: 'omit' })
      if (response.ok) return { ok: true, value: await read(response) }
      if (response.status === 401) return { ok: false, why: 'dead' }
      if (isForLater(response.status)) return { ok: false, why: 'later' }
      return { ok: false, why: 'no', error: await errorOf(response) }
    } catch {
      return { ok: false, why: 'later' }
    } finally {
      clearTimeout(timer)
    }
  }
  const json = <T>(response: Response) => response.json() as Promise<T>
  const post = <T>(path: string, body: unknown) =>
    ask<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, json)

  return {
    me: () => ask<FieldView>('me', {}, json),
    do: (outbox) => post('do', outbox),
    positions: (positions) => post('positions', positions),
    report: (report) => post('report', report),
    phone: (question) => post('phone', question),
    thumb: (photo) => ask<Blob>(`photos/${photo}?size=thumb`, {}, (response) => response.blob()),
    keepPhoto: (bytes) => {
      const form = new FormData()
      form.append('file', new Blob([bytes]), 'photo.jpg')
      return ask<KeptPhoto>('photos', { method: 'POST', body: form }, json, photoWithinMs)
    },
  }
}
