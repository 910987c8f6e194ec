import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'

type ReadHistory = (incident: IncidentId) => Promise<readonly RecordedEvent[]>

const byPosition = (a: RecordedEvent, b: RecordedEvent): number => a.position - b.position

/** Of a part that was taken out again, only that it came and went is this incident's story. */
const comings = (history: readonly RecordedEvent[], whole: IncidentId): readonly RecordedEvent[] =>
  history.filter(
    ({ event }) =>
      (event.type === 'incident.merged' && event.into === whole) || (event.type === 'incident.unmerged' && event.from === whole),
  )

/**
 * 全过程留痕 of an incident: its own events, everything about the parts merged into it, and that others were
 * parts of it for a while. Oldest first.
 *
 * `incident` is what the board knows of it, undefined when the board has put it away.
 */
export const wholeHistory = async (
  id: IncidentId,
  incident: Pick<Incident, 'merged' | 'parted'> | undefined,
  read: ReadHistory,
): Promise<readonly RecordedEvent[]> => {
  const parts = incident?.merged ?? []
  const parted = (incident?.parted ?? []).filter((one) => !parts.includes(one))
  const [own, ofParts, ofParted] = await Promise.all([read(id), Promise.all(parts.map(read)), Promise.all(parted.map(read))])
  return [...own, ...ofParts.flat(), ...ofParted.flatMap((history) => comings(history, id))].sort(byPosition)
}
