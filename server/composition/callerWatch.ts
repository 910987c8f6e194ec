import { incidentOf, type Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { digitsOf } from '../history/phoneHash.ts'

/** As many numbers are remembered; who calls again does so soon. */
const mostNumbers = 20_000
const mostPerNumber = 5

/** Which matters a number called about lately, as far as the board still holds them; in memory only. */
export const callerWatch = (board: Board) => {
  const byNumber = new Map<string, IncidentId[]>()
  let latest = board

  const note = (phone: string | null, incident: IncidentId) => {
    const digits = phone === null ? '' : digitsOf(phone)
    if (digits === '') return
    const before = byNumber.get(digits) ?? []
    // A number that calls again is the last to be forgotten.
    byNumber.delete(digits)
    byNumber.set(digits, [incident, ...before.filter((id) => id !== incident)].slice(0, mostPerNumber))
    const [oldest] = byNumber.keys()
    if (byNumber.size > mostNumbers && oldest !== undefined) byNumber.delete(oldest)
  }

  for (const { id, reports } of values(board.incidents)) for (const { caller } of reports) note(caller.phone, id)

  return {
    look: (events: readonly RecordedEvent[], after: Board) => {
      latest = after
      for (const { event } of events) if (event.type === 'incident.reported') note(event.report.caller.phone, event.incident)
    },
    /** Kinds of the matters that a number called about, as they stand now, latest first. */
    kindsOf: (phone: string | null): readonly KindCode[] =>
      phone === null ? [] : (byNumber.get(digitsOf(phone)) ?? []).flatMap((id) => incidentOf(latest, id)?.kind ?? []),
  }
}
