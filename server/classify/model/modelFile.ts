import { z } from 'zod'
import { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Model } from './model.ts'

/**
 * A model as a file: `XNM2`, the length of the header, the header as JSON padded to four bytes, then little-endian blocks:
 * hashes (i32), the scale of each row (f32), bias, out, outBias of each member (f32), and the weights, two in a byte.
 */
const magic = 'XNM2'

const Sureness = z.object({ slope: z.number(), shift: z.number(), threshold: z.number() })
const Header = z.object({
  kinds: z.array(KindCode).min(2).readonly(),
  rows: z.number().int().min(1).max(1_000_000),
  width: z.number().int().min(2).max(256).multipleOf(2),
  members: z.number().int().min(1).max(16),
  calibration: z.object({ temperature: z.number().positive(), police: Sureness, critical: Sureness }),
  origin: z.object({ seed: z.number().int(), corpus: z.string(), texts: z.number().int() }),
})

/** The bytes are no model, or one of another time. */
export class BadModel extends Error {}

/** Half-bytes hold a weight and eight more, so that none is below nought. */
const shift = 8

const halved = (weights: Int8Array): Uint8Array => {
  const bytes = new Uint8Array(weights.length / 2)
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = (((weights[2 * i] as number) + shift) << 4) | ((weights[2 * i + 1] as number) + shift)
  }
  return bytes
}

const whole = (bytes: Uint8Array): Int8Array => {
  const weights = new Int8Array(bytes.length * 2)
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    weights[2 * i] = (byte >> 4) - shift
    weights[2 * i + 1] = (byte & 15) - shift
  }
  return weights
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) => Buffer.from(buffer, byteOffset, byteLength)

export const writeModel = ({ kinds, hashes, width, members, scales, weights, calibration, origin }: Model): Buffer => {
  const header = { kinds, rows: hashes.length, width, members: members.length, calibration, origin } satisfies z.infer<typeof Header>
  const written = Buffer.from(JSON.stringify(header))
  const padded = Buffer.concat([written, Buffer.alloc((4 - (written.length % 4)) % 4, ' ')])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(padded.length)
  const heads = members.flatMap(({ bias, out, outBias }) => [bias, out, outBias])
  const blocks = [hashes, scales, ...heads, halved(weights)].map(bytesOf)
  return Buffer.concat([Buffer.from(magic), length, padded, ...blocks])
}

const headerOf = (file: Buffer): { header: z.infer<typeof Header>; end: number } => {
  if (file.length < 8 || file.toString('latin1', 0, 4) !== magic) throw new BadModel('not a model file')
  const end = 8 + file.readUInt32LE(4)
  if (end > file.length) throw new BadModel('the file is cut off')
  try {
    return { header: Header.parse(JSON.parse(file.toString('utf8', 8, end))), end }
  } catch (error) {
    throw new BadModel(`its header cannot be read: ${error instanceof Error ? error.message : ''}`)
  }
}

/** Reads what `writeModel` wrote; throws `BadModel` on anything else. */
export const readModel = (file: Buffer): Model => {
  const { header, end } = headerOf(file)
  const { kinds, rows, width, members, calibration, origin } = header
  const answers = kinds.length + 2
  const headLength = width + answers * 2 * width + answers
  const blocks = file.subarray(end)
  const weightBytes = (rows * width * members) / 2
  if (blocks.length !== 4 * (2 * rows + members * headLength) + weightBytes) throw new BadModel('the file is cut off')
  // A copy begins at an address that four-byte numbers may be read from.
  const aligned = blocks.buffer.slice(blocks.byteOffset, blocks.byteOffset + blocks.length)
  let at = 0
  const next = (length: number): number => {
    const from = at
    at += 4 * length
    return from
  }
  const floats = (length: number): Float32Array => {
    const read = new Float32Array(aligned, next(length), length)
    if (!read.every(Number.isFinite)) throw new BadModel('a weight is no number')
    return read
  }
  const hashes = new Int32Array(aligned, next(rows), rows)
  const scales = floats(rows)
  const heads = Array.from({ length: members }, () => ({
    bias: floats(width),
    out: floats(answers * 2 * width),
    outBias: floats(answers),
  }))
  const weights = whole(new Uint8Array(aligned, at, weightBytes))
  return { kinds, hashes, width, members: heads, scales, weights, calibration, origin }
}
