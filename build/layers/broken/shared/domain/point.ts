import { z } from 'zod'
export const Point = z.tuple([z.number(), z.number()])
