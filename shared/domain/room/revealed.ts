import type { Actor } from '../actor.ts'
import type { RecordedEvent } from '../event.ts'
import type { IncidentId, ReportId } from '../ids.ts'

type Reading = { readonly incident: IncidentId; readonly report: ReportId; readonly by: Actor }

const idOf = (actor: Actor): string | null => ('id' in actor ? actor.id : null)

/**
 * True when this line of the journal is that reading of that number by that reader.
 *
 * A command id that was used before is answered without a new line: unless the old line is looked at, one
 * id would open every number and leave one trace.
 */
export const isReadingOf = (recorded: RecordedEvent | undefined, { incident, report, by }: Reading): boolean =>
  recorded?.event.type === 'phone.revealed' &&
  recorded.event.incident === incident &&
  recorded.event.report === report &&
  recorded.by.kind === by.kind &&
  idOf(recorded.by) === idOf(by)
