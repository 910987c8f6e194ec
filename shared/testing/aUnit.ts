import { UnitId } from '../domain/ids.ts'
import type { UnitDefinition } from '../domain/unit/unitDefinition.ts'

export type UnitWish = { readonly id: string } & Partial<Omit<UnitDefinition, 'id'>>

/** A unit that is on shift at every hour unless the wish says otherwise. */
export const aUnit = ({ id, ...wish }: UnitWish): UnitDefinition => ({
  id: UnitId.parse(id),
  name: `网格员 ${id}`,
  force: 'grid',
  skills: [],
  grids: [],
  crew: 1,
  vehicle: 'ebike',
  home: [120.2225, 30.244],
  phone: null,
  roster: [{ days: [0, 1, 2, 3, 4, 5, 6], fromMinute: 0, toMinute: 0 }],
  ...wish,
})
