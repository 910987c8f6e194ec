import { isInside, type Point } from '../geo/point.ts'
import type { Community, Grid } from './area.ts'
import type { Town } from './town.ts'

/** The grid that holds the point, or undefined outside all of them. */
export const gridAt = (town: Pick<Town, 'grids'>, point: Point): Grid | undefined => town.grids.find(({ ring }) => isInside(point, ring))

/** The community that holds the point, or undefined outside all of them. */
export const communityAt = (town: Pick<Town, 'communities'>, point: Point): Community | undefined =>
  town.communities.find(({ ring }) => isInside(point, ring))
