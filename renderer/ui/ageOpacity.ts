const freshMs = 15_000
const goneMs = 600_000
/** Fainter than this, a mark on the dark map is a smudge, and a number is under 4.5:1. */
const faintest = 0.55

/**
 * How strongly something of this age is drawn: 1 up to 15 s, then fading with the logarithm of its age
 * to 0.55 at ten minutes, where the room stops believing it. One rule for positions, counts and pictures.
 */
export const ageOpacity = (ageMs: number): number => {
  if (ageMs <= freshMs) return 1
  if (ageMs >= goneMs) return faintest
  const part = Math.log(ageMs / freshMs) / Math.log(goneMs / freshMs)
  return 1 - part * (1 - faintest)
}
