const apart = 1_000

/** The seed of one of several that learn apart: of the first it is the seed itself. */
export const memberSeed = (seed: number, member: number): number => seed + member * apart
