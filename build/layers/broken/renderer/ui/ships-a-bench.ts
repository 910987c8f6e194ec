import { measure } from '../../bench/measure.ts'
export const crime = measure
