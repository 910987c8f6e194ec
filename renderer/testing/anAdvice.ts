import { incidentOf } from '../../shared/domain/board/board.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { adviceBasis } from '../../shared/domain/routing/adviceBasis.ts'
import type { ForceAdvice, Recommendation } from '../../shared/domain/routing/recommendation.ts'
import type { BoardBuilder } from '../../shared/testing/boardBuilder.ts'

/** What the recommender would answer for an incident as the builder's board has it now. */
export const anAdvice = (
  town: BoardBuilder,
  id: IncidentId,
  forces: readonly ForceAdvice[],
  aim: Recommendation['aim'] = 'point',
): Recommendation => {
  const incident = incidentOf(town.board(), id)
  if (!incident) throw new Error(`${id} is not on the board`)
  return { incident: id, at: town.now(), basis: adviceBasis(incident), aim, forces }
}
