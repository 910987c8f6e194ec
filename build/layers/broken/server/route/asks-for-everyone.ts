import type { all } from '../composition/all.ts'
export type Crime = typeof all
