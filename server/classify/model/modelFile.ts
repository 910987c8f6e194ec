import { z } from 'zod'
import { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Model } from './model.ts'

/**
 * A model as a file: `XNM1`, the length of the header, the header as JSON padded to four bytes, then little-endian blocks:
 * hashes (i32), the scale of each row (f32), bias, out, outBias (f32), and the rows themselves as signed bytes.
 * A byte times the scale of its row is the weight: a tenth of the size, and no answer changes that matters.
 */
const magic = 'XNM1'

const Sureness = z.object({ slope: z.number(), shift: z.number(), threshold: z.number() })
const Header = z.object({
  kinds: z.array(KindCode).min(2).readonly(),
  rows: z.number().int().min(1).max(1_000_000),
  width: z.number().int().min(1).max(1_024),
  calibration: z.object({ temperature: z.number().positive(), police: Sureness, critical: Sureness }),
  origin: z.object({ seed: z.number().int(), corpus: z.string(), texts: z.number().int() }),
})

/** The bytes are no model, or one of another time. */
export class BadModel extends Error {}

const largestByte = 127

const quantised = (embed: Float32Array, rows: number, width: number) => {
  const scales = new Float32Array(rows)
  const bytes = new Int8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    let most = 0
    for (let d = 0; d < width; d++) most = Math.max(most, Math.abs(embed[row * width + d] as number))
    const scale = most / largestByte
    scales[row] = scale
    for (let d = 0; d < width && scale > 0; d++) bytes[row * width + d] = Math.round((embed[row * width + d] as number) / scale)
  }
  return { scales, bytes }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) => Buffer.from(buffer, byteOffset, byteLength)

export const writeModel = ({ kinds, hashes, network, calibration, origin }: Model): Buffer => {
  const { rows, width } = network
  const header = JSON.stringify({ kinds, rows, width, calibration, origin } satisfies z.infer<typeof Header>)
  const padded = Buffer.from(header.padEnd(Math.ceil(header.length / 4) * 4))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(padded.length)
  const { scales, bytes } = quantised(network.embed, rows, width)
  const blocks = [hashes, scales, network.bias, network.out, network.outBias, bytes].map(bytesOf)
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
  const { kinds, rows, width, calibration, origin } = header
  const answers = kinds.length + 2
  const blocks = file.subarray(end)
  if (blocks.length !== 4 * (rows + rows + width + answers * 2 * width + answers) + rows * width) throw new BadModel('the file is cut off')
  // A copy begins at an address that four-byte numbers may be read from.
  const aligned = blocks.buffer.slice(blocks.byteOffset, blocks.byteOffset + blocks.length)
  let at = 0
  const floats = (length: number) => {
    const block = new Float32Array(aligned, at, length)
    at += 4 * length
    return block
  }
  const hashes = new Int32Array(aligned, 0, rows)
  at += 4 * rows
  const scales = floats(rows)
  const [bias, out, outBias] = [floats(width), floats(answers * 2 * width), floats(answers)] as const
  const bytes = new Int8Array(aligned, at, rows * width)
  const embed = new Float32Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const scale = scales[row] as number
    for (let i = row * width; i < (row + 1) * width; i++) embed[i] = (bytes[i] as number) * scale
  }
  return { kinds, hashes, network: { rows, width, answers, embed, bias, out, outBias }, calibration, origin }
}
