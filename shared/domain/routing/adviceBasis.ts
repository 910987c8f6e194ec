import type { Incident } from '../incident/incident.ts'

/**
 * What of an incident decides who should go, as one text to compare.
 *
 * Advice carries the basis it was made from: with another it is about what the matter was a moment ago.
 */
export const adviceBasis = ({ kind, nature, urgency, critical, policeNeeded, place }: Incident): string =>
  JSON.stringify([kind, nature, urgency, critical, policeNeeded, place.point, place.building, place.grid, place.community])
