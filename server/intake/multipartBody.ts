import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { largestSnapshot } from './camera/snapshot.ts'
import type { Parsed } from './rawBody.ts'

/** A form sent as `multipart/form-data`: its fields, and the one file under its own field name. */
type MultipartBody = Readonly<Record<string, string | Uint8Array>>

const limits = { files: 1, fields: 30, fieldNameSize: 100, fieldSize: 16 * 1_024, fileSize: largestSnapshot + 1, parts: 31 }

/** Lets the routes of this scope take multipart forms with one picture. */
export const acceptMultipart = (scope: FastifyInstance) => scope.register(multipart)

export const isMultipart = (request: FastifyRequest): boolean => /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')

const fieldOf = (value: unknown): string => (typeof value === 'string' ? value : String(value))

/**
 * The parts of the form. A picture over the limit arrives cut, one byte too long, and is told like any other bad picture.
 *
 * Fields named like a part of every object are dropped; nothing here is ever looked up by a sender's name.
 */
const partsOf = async (request: FastifyRequest): Promise<MultipartBody> => {
  const entries: [string, string | Uint8Array][] = []
  for await (const part of request.parts({ limits, ...{ throwFileSizeLimit: false } })) {
    entries.push([part.fieldname, part.type === 'file' ? await part.toBuffer() : fieldOf(part.value)])
  }
  return Object.fromEntries(entries)
}

/** The form as it is kept aside when refused: pictures as their size only. */
const multipartAsText = (body: MultipartBody): string =>
  JSON.stringify(body, (_key, value: unknown) => (value instanceof Uint8Array ? `(${value.byteLength} bytes)` : value))

const broken: Parsed = {
  ok: false,
  raw: '',
  problems: [
    {
      field: '(body)',
      reason: 'not-multipart',
      zh: '不是合法的 multipart/form-data，或在传输中断开',
      en: 'is not valid multipart/form-data, or broke off',
    },
  ],
}

/** The form; a body that breaks off or has too many parts is the sender's fault, whatever the parser calls it. */
export const readMultipart = async (request: FastifyRequest): Promise<Parsed> => {
  try {
    const body = await partsOf(request)
    return { ok: true, body, raw: multipartAsText(body) }
  } catch {
    return broken
  }
}
