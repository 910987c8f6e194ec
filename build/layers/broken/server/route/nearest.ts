import { Point } from '../../shared/domain/point.ts'
export const nearest = Point
