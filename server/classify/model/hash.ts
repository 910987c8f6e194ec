/** FNV-1a over 16-bit units with the mixing of MurmurHash3 at the end; see isthe.com/chongo/tech/comp/fnv and smhasher (public domain). */
const offset = 2_166_136_261
const prime = 16_777_619

/** Where the hash of a family of features begins, so that the same units in two families differ. */
export const hashStart = (family: number): number => Math.imul(offset ^ family, prime)

export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, prime)

/** A signed 32-bit number: those are the fastest keys a `Map` can have. */
export const hashEnd = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 2_246_822_507)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 3_266_489_909)
  return (mixed ^ (mixed >>> 16)) | 0
}

/** The hash of a whole name. */
export const hashOf = (name: string, family: number): number => {
  let hash = hashStart(family)
  for (let i = 0; i < name.length; i++) hash = hashStep(hash, name.charCodeAt(i))
  return hashEnd(hash)
}
