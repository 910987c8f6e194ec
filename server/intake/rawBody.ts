import type { Problem } from './problem.ts'

export type Parsed =
  | { readonly ok: true; readonly body: unknown; readonly raw: string }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly raw: string }

const problem = (reason: string, zh: string, en: string): readonly Problem[] => [{ field: '(body)', reason, zh, en }]

const notUtf8 = problem('not-utf-8', '请求体不是 UTF-8 编码（请勿使用 GBK）', 'is not UTF-8 (do not send GBK)')
const notJson = problem('not-json', '请求体不是合法的 JSON', 'is not valid JSON')

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The bytes as JSON; older systems like to send GBK, which is said instead of shown as rubbish. */
export const parseJson = (bytes: Uint8Array): Parsed => {
  let raw: string
  try {
    raw = utf8.decode(bytes)
  } catch {
    return { ok: false, problems: notUtf8, raw: Buffer.from(bytes).toString('latin1') }
  }
  try {
    return { ok: true, body: JSON.parse(raw) as unknown, raw }
  } catch {
    return { ok: false, problems: notJson, raw }
  }
}
