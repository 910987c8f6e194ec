import fc from 'fast-check'
import { anIncident } from '../testing/anIncident.ts'
export const lawful = [fc, anIncident]
