import { fakeRoads } from './testing/fakeRoads.ts'
export const crime = fakeRoads
