import type { Actor } from '../../shared/domain/actor.ts'
import { incidentOf, type Board } from '../../shared/domain/board/board.ts'
import type { Command, IncomingReport } from '../../shared/domain/command.ts'
import { commandIdOf } from '../../shared/domain/commandIdOf.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { demoOrigin, isPlayed } from './cast.ts'
import type { DemoPorts, Saying } from './demoPorts.ts'

/** How the played people speak to the room, and whose incidents they leave alone. */
export type Guest = {
  /** True when it was done; a refusal is an ordinary answer, since a person may have been quicker. */
  readonly say: (command: Command, by: Actor) => Promise<boolean>
  readonly bring: (report: IncomingReport, by: Actor) => Promise<IncidentId | null>
  /** True while a real person has it in hand, or has done something on it and not let it go. */
  readonly isPersons: (incident: IncidentId) => boolean
  readonly look: (events: readonly RecordedEvent[]) => void
  /** Says nothing from now on. */
  readonly leave: () => void
}

type Needs = Pick<DemoPorts, 'do' | 'bring' | 'board' | 'now' | 'onTrouble'>

const heldByPerson = (board: Board, id: IncidentId) => {
  const holder = incidentOf(board, id)?.holder
  return holder !== null && holder !== undefined && !isPlayed(holder.id)
}

export const guest = ({ do: command, bring, board, now, onTrouble }: Needs): Guest => {
  const touched = new Set<IncidentId>()
  const startedAt = now()
  let count = 0
  let isGone = false
  const saying = (by: Actor): Saying => ({ id: commandIdOf({ door: 'demo' }, `${startedAt}:${++count}`), by, origin: demoOrigin })

  const noteTouch = ({ event, by }: RecordedEvent) => {
    const isByPerson = by.kind === 'person' && !isPlayed(by.id)
    if (!isByPerson || !('incident' in event) || event.incident === null) return
    if (event.type === 'incident.released') touched.delete(event.incident)
    else touched.add(event.incident)
  }

  return {
    say: async (wish, by) => {
      if (isGone) return false
      try {
        return (await command(wish, saying(by))).ok
      } catch (error) {
        onTrouble(error)
        return false
      }
    },
    bring: async (report, by) => {
      if (isGone) return null
      try {
        const brought = await bring(report, saying(by))
        return brought.ok ? brought.incident : null
      } catch (error) {
        onTrouble(error)
        return null
      }
    },
    isPersons: (id) => touched.has(id) || heldByPerson(board(), id),
    look: (events) => events.forEach(noteTouch),
    leave: () => void (isGone = true),
  }
}
