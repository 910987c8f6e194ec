import { incidentOf, type Board } from '../../shared/domain/board/board.ts'
import type { DomainEvent } from '../../shared/domain/event.ts'

/**
 * When a step in the field was done, kept between what is possible: not before the step before it, not
 * after now. Null where it is the same as `at`, or where only the server's own clock counts.
 */
export const doneAtOf = (event: DomainEvent, board: Board, claimedAt: number | undefined, at: number): number | null => {
  if (claimedAt === undefined || !('assignment' in event) || event.type === 'unit.assigned') return null
  const assignment = incidentOf(board, event.incident)?.assignments.find((one) => one.id === event.assignment)
  if (!assignment) return null
  const { assignedAt, acceptedAt, departedAt, onSceneAt, handlingAt } = assignment
  const earliest = Math.max(assignedAt, acceptedAt ?? 0, departedAt ?? 0, onSceneAt ?? 0, handlingAt ?? 0)
  const doneAt = Math.min(at, Math.max(earliest, claimedAt))
  return doneAt === at ? null : doneAt
}
