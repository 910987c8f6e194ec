import type { Incident } from '../domain/incident.ts'
export const anIncident = (): Incident => ({ at: [120, 30] })
