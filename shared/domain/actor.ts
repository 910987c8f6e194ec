import { z } from 'zod'
import { AccountId, BuildingId, UnitId } from './ids.ts'

/** 角色; what each may do is in `room/rights.ts`. A wall is nobody's account: it watches by a pass, and does nothing else. */
export const Role = z.enum(['operator', 'dispatcher', 'supervisor', 'leader', 'district', 'admin', 'wall'])
export type Role = z.infer<typeof Role>

/** 角色 of people with an account. */
export const AccountRole = Role.exclude(['wall'])
export type AccountRole = z.infer<typeof AccountRole>

/** 接入渠道: through which door a report came. */
export const Channel = z.enum(['110', '12345', 'operator', 'citizen', 'camera', 'grid'])
export type Channel = z.infer<typeof Channel>

/** Who did it. Kept with every event, so that nothing happens by nobody. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: AccountId, name: z.string().max(40), role: Role }),
  z.object({ kind: z.literal('unit'), id: UnitId }),
  z.object({ kind: z.literal('channel'), channel: Channel }),
  z.object({ kind: z.literal('citizen'), building: BuildingId.nullable() }),
  z.object({ kind: z.literal('brain') }),
  z.object({ kind: z.literal('clock') }),
])
export type Actor = z.infer<typeof Actor>
