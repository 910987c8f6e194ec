import type { Board } from '../../shared/domain/board/board.ts'
import { incidentState, isOpen, type Incident } from '../../shared/domain/incident/incident.ts'
import { urgencyRank } from '../../shared/domain/taxonomy/taxonomy.ts'
import { incidentsOf } from '../../shared/domain/board/incidentsOf.ts'

/** Nobody has it in hand and nobody is sent. */
export const isWaiting = (incident: Incident): boolean => {
  if (incident.holder || !isOpen(incident)) return false
  const state = incidentState(incident)
  return state === 'received' || state === 'classified'
}

/** The most urgent first, of equals the one that waits longest. */
export const byWaiting = (a: Incident, b: Incident): number => urgencyRank(a.urgency) - urgencyRank(b.urgency) || a.openedAt - b.openedAt

/** The report that somebody should take next, as it stands first in the queue; null when none waits. */
export const nextReport = (board: Board): Incident | null => incidentsOf(board).open.filter(isWaiting).sort(byWaiting)[0] ?? null
