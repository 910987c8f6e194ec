import { Incident } from '../domain/incident.ts'
export const toServer = { 'incident:open': Incident }
