import { z } from 'zod'
import { Point } from './point.ts'

/** The edge of an area: its corners in order, the first not repeated at the end. WGS-84, longitude first. */
export const Ring = z.array(Point).min(3).max(2_000).readonly()
export type Ring = z.infer<typeof Ring>

/** A line through its points in order. */
export const Line = z.array(Point).min(2).max(2_000).readonly()
export type Line = z.infer<typeof Line>
