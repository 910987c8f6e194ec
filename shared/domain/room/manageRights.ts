import type { Role } from '../actor.ts'
import { mayManage } from './rights.ts'

/**
 * True when a person of role `by` may make, change or disable an account of role `role`.
 *
 * A supervisor keeps the shift's people but may neither make an administrator nor touch one: otherwise
 * every supervisor would be an administrator one click later.
 */
export const mayManageRole = (by: Role, role: Role): boolean => mayManage(by) && (by === 'admin' || role !== 'admin')
