const freshMs = 15_000
const goneMs = 600_000
const faintest = 0.35

/**
 * How strongly something of this age is drawn: 1 up to 15 s, then fading with the logarithm of its age
 * to 0.35 at ten minutes, where the room stops believing it. One rule for positions, counts and pictures.
 */
export const ageOpacity = (ageMs: number): number => {
  if (ageMs <= freshMs) return 1
  if (ageMs >= goneMs) return faintest
  const part = Math.log(ageMs / freshMs) / Math.log(goneMs / freshMs)
  return 1 - part * (1 - faintest)
}
