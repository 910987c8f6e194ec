import { nearest } from './route/nearest.ts'
export const crime = nearest
