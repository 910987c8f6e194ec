import { useEffect, useRef } from 'react'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { adviceBasis } from '../../../shared/domain/routing/adviceBasis.ts'
import type { Recommendation } from '../../../shared/domain/routing/recommendation.ts'
import { adviceArrived } from '../../board/adviceSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'

/** At most one question a second per card, however many units move. */
const restMs = 1_000

/** Units move also while nothing else happens; and an answer that got lost is asked for again. */
const refreshMs = 5_000

/**
 * 推荐力量 for the open card, asked again when the incident or any unit's duty or task changed.
 *
 * Null until the first answer about what the incident is now.
 */
export const useAdvice = (incident: Incident, isWanted: boolean): Recommendation | null => {
  const { feed } = useRoom()
  const dispatch = useRoomDispatch()
  const units = useRoomSelector((state) => state.board?.units)
  const advice = useRoomSelector((state) => state.advice.byIncident[incident.id] ?? null)
  const askedAt = useRef(-Infinity)

  useEffect(() => {
    if (!isWanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = (afterMs: number) => void (timer = setTimeout(ask, afterMs))
    const ask = () => {
      askedAt.current = performance.now()
      again(refreshMs)
      feed.ask('route:recommend', { incident: incident.id }).then(
        (answer) => void (answer.ok && dispatch(adviceArrived(answer.recommendation))),
        () => {},
      )
    }
    timer = setTimeout(ask, Math.max(0, askedAt.current + restMs - performance.now()))
    return () => clearTimeout(timer)
  }, [feed, dispatch, incident.id, incident.version, units, isWanted])

  return advice?.basis === adviceBasis(incident) ? advice : null
}
