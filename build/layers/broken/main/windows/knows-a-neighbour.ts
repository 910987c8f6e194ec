import { place } from '../displays/place.ts'

export const placed = place()
