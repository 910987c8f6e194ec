import { z } from 'zod'
import { Point } from './point.ts'
export const Incident = z.object({ at: Point })
export type Incident = z.infer<typeof Incident>
