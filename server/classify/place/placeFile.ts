import { BadModel } from '../model/modelFile.ts'
import { tagCount, type Chain } from './chain.ts'
import { rowCount } from './placeFeatures.ts'

/** A chain as a file: `XNP1`, the scale of its weights and its transitions (f32, little-endian), then a signed byte a weight. */
const magic = 'XNP1'
const largest = 127
const headLength = 4 + 4 * (1 + tagCount * tagCount)

/** Weights beyond this share of all are cut off, so that the others keep their shades. */
const keptShare = 0.9999

const scaleOf = (weights: Float32Array): number => {
  const sizes = weights.map(Math.abs).sort()
  return Math.max(1e-6, (sizes[Math.floor(keptShare * (sizes.length - 1))] ?? 1) / largest)
}

export const writeChain = ({ emissions, scale: unit, transitions }: Chain): Buffer => {
  const weights = Float32Array.from(emissions)
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * unit
  const scale = scaleOf(weights.filter((weight) => weight !== 0))
  const file = Buffer.alloc(headLength + emissions.length)
  file.write(magic, 'latin1')
  file.writeFloatLE(scale, 4)
  transitions.forEach((weight, i) => file.writeFloatLE(weight, 8 + 4 * i))
  const bytes = new Int8Array(file.buffer, file.byteOffset + headLength, weights.length)
  for (let i = 0; i < weights.length; i++) bytes[i] = Math.max(-largest, Math.min(largest, Math.round((weights[i] as number) / scale)))
  return file
}

/** Reads what `writeChain` wrote; throws `BadModel` on anything else. */
export const readChain = (file: Buffer): Chain => {
  if (file.length < 4 || file.toString('latin1', 0, 4) !== magic) throw new BadModel('not a file of places')
  if (file.length !== headLength + rowCount * tagCount) throw new BadModel('the file is cut off')
  const scale = file.readFloatLE(4)
  const transitions = Float32Array.from({ length: tagCount * tagCount }, (_, i) => file.readFloatLE(8 + 4 * i))
  if (![scale, ...transitions].every(Number.isFinite)) throw new BadModel('a weight is no number')
  return { emissions: new Int8Array(file.subarray(headLength)), scale, transitions }
}
