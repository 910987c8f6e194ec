import type { IncidentId } from '../ids.ts'
import type { Incident } from '../incident/incident.ts'
import { incidentOf, type Board } from './board.ts'

/** Merging goes a few deep at most; a longer chain would be a circle. */
const longestChain = 10

/** The incident that speaks for this one: itself, or the whole it became part of; undefined once the board has put that away. */
export const wholeOf = (board: Board, id: IncidentId): Incident | undefined => {
  let incident = incidentOf(board, id)
  for (let i = 0; i < longestChain && incident?.end?.how === 'merged'; i++) incident = incidentOf(board, incident.end.into)
  return incident
}
