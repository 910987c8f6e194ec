import { createHash } from 'node:crypto'
import type { IncidentId } from '../../shared/domain/ids.ts'

const sides = 4

/**
 * Whether an incident is only measured by. One in four is, decided by nothing but its number: the same ones for every
 * model there will be, so that their scores can be laid side by side.
 */
export const isHeldBack = (incident: IncidentId): boolean => createHash('sha256').update(incident).digest().readUInt32BE(0) % sides === 0
