import type { Features } from '../model/features.ts'

/** Features of a text that reads as one run after the other, each a character long, and the signals beside them. */
export const featuresOf = (hashes: readonly number[], signals: readonly (readonly [hash: number, strength: number])[] = []): Features => {
  const each = Int32Array.from(hashes.keys())
  return {
    reading: {
      hashes: Int32Array.from(hashes),
      starts: each,
      ends: each.map((i) => i + 1),
      length: hashes.length,
      gaps: new Uint8Array(hashes.length),
    },
    signals: new Map(signals),
  }
}
