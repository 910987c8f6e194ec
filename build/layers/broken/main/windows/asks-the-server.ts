import { nearest } from '../../server/route/nearest.ts'

export const asked = nearest
