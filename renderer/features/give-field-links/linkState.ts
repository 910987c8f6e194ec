import type { ManagedLink } from '../../../shared/contracts/manage.ts'
import { unitOf, type Board } from '../../../shared/domain/board/board.ts'

export type LinkState = 'active' | 'expired' | 'disabled' | 'gone'

/** Whether a link opens anything at `now` (UTC ms), and why not: its unit may have been dismissed since. */
export const linkState = ({ revokedAt, expiresAt, unit }: ManagedLink, board: Board, now: number): LinkState => {
  if (revokedAt !== null) return 'disabled'
  if (now >= expiresAt) return 'expired'
  return unitOf(board, unit) ? 'active' : 'gone'
}
