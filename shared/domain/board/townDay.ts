const dayMs = 86_400_000

/** The instant (UTC ms) at which the town's present day began. */
export const dayStart = (now: number, utcOffsetMinutes: number): number => {
  const offsetMs = utcOffsetMinutes * 60_000
  return Math.floor((now + offsetMs) / dayMs) * dayMs - offsetMs
}
