import { place } from '../displays/place.ts'
import { keeper } from '../windows/keeper.ts'

export const all = { place, keeper }
