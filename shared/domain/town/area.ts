import { z } from 'zod'
import { Ring } from '../geo/ring.ts'
import { CommunityId, GridId, UnitId } from '../ids.ts'

/** 社区: a community or village of the town. */
export const Community = z.object({ id: CommunityId, name: z.string().min(1).max(40), ring: Ring }).readonly()
export type Community = z.infer<typeof Community>

/** 网格: the smallest area somebody answers for. */
export const Grid = z
  .object({
    id: GridId,
    name: z.string().min(1).max(40),
    community: CommunityId,
    ring: Ring,
    /** 网格长: the unit that leads it, where it is named. */
    leader: UnitId.nullable().default(null),
  })
  .readonly()
export type Grid = z.infer<typeof Grid>
