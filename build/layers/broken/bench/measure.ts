import { all } from '../server/composition.ts'
export const measure = all
