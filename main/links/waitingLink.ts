import type { IncidentId } from '../../shared/domain/ids.ts'

/** Holds a link until there is a console that can show it; of several the last, since that is what the person wants to see. */
export const waitingLink = (show: (incident: IncidentId) => boolean) => {
  let waiting: IncidentId | null = null
  const attempt = () => {
    if (waiting !== null && show(waiting)) waiting = null
  }
  return {
    come: (incident: IncidentId) => {
      waiting = incident
      attempt()
    },
    /** A console has its board. */
    ready: attempt,
    /** Nobody will show it any more: the room was left. */
    forget: () => void (waiting = null),
  }
}
