import type { all } from '../composition.ts'
export type Crime = typeof all
