import { toServer } from '../contracts/wire.ts'
export const crime = toServer
