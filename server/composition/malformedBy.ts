import type { Problem } from '../intake/problem.ts'

/** The first thing wrong with the words of a report, as the refusal that consoles and phones understand. */
export const malformedBy = ([first]: readonly Problem[]) =>
  ({ ok: false, refusal: { reason: 'malformed', field: first?.field ?? '', problem: first?.en ?? 'not understood' } }) as const
