import { readFileSync } from 'node:fs'
export const crime = readFileSync
