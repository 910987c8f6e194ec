import { useEffect, useRef } from 'react'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import type { Recommendation } from '../../../shared/domain/routing/recommendation.ts'
import { adviceArrived } from '../../board/adviceSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'

/** At most one question a second per card, however many units move. */
const restMs = 1_000

/**
 * 推荐力量 for the open card, asked again when the incident or any unit's duty or task changed.
 *
 * Null until the first answer. An open card that does not change is asked again now and then, because
 * units move.
 */
export const useAdvice = (incident: Incident, isWanted: boolean): Recommendation | null => {
  const { feed } = useRoom()
  const dispatch = useRoomDispatch()
  const units = useRoomSelector((state) => state.board?.units)
  const advice = useRoomSelector((state) => state.advice.byIncident[incident.id] ?? null)
  const askedAt = useRef(-Infinity)

  useEffect(() => {
    if (!isWanted) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      askedAt.current = performance.now()
      feed.ask('route:recommend', { incident: incident.id }).then(
        (answer) => void (!isOver && answer.ok && dispatch(adviceArrived(answer.recommendation))),
        () => {},
      )
      timer = setTimeout(ask, 15 * restMs)
    }
    timer = setTimeout(ask, Math.max(0, askedAt.current + restMs - performance.now()))
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [feed, dispatch, incident.id, incident.version, units, isWanted])

  return advice
}
