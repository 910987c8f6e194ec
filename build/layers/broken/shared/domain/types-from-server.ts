import type { nearest } from '../../server/route/nearest.ts'
export type Crime = typeof nearest
