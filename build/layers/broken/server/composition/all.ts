import { database } from '../journal/database.ts'
import { nearest } from '../route/nearest.ts'
export const all = [database, nearest]
