/** The largest picture a camera may send, bytes. */
export const largestSnapshot = 2 * 1_024 * 1_024

export type Snapshot =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: 'not-base64' | 'not-jpeg' | 'too-large' }

const base64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/

const dataUrl = /^data:image\/jpe?g;base64,/i

const bytesOf = (snapshot: unknown): Uint8Array | null => {
  if (snapshot instanceof Uint8Array) return snapshot
  if (typeof snapshot !== 'string') return null
  const text = snapshot.replace(dataUrl, '')
  return base64.test(text) ? Buffer.from(text, 'base64') : null
}

/** A JPEG begins with the marker FF D8 FF (ISO/IEC 10918-1, B.1.1.3). */
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/** The bytes of a picture given as base64 (with or without `data:`) or as a file of a multipart form. */
export const snapshotBytes = (snapshot: unknown): Snapshot => {
  const bytes = bytesOf(snapshot)
  if (bytes === null) return { ok: false, reason: 'not-base64' }
  if (bytes.byteLength > largestSnapshot) return { ok: false, reason: 'too-large' }
  return isJpeg(bytes) ? { ok: true, bytes } : { ok: false, reason: 'not-jpeg' }
}
