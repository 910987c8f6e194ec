/** Chance that can be repeated (mulberry32): 0 ≤ x < 1. */
export const seeded = (seed: number) => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    isOnce: (inSoMany: number): boolean => below(inSoMany) === 0,
    oneOf: <T>(all: readonly [T, ...T[]]): T => all[below(all.length)] ?? all[0],
  }
}

export type Chance = ReturnType<typeof seeded>
