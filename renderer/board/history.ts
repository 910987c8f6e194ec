import type { Board } from '../../shared/domain/board/board.ts'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { near } from '../../shared/domain/board/table.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { IncidentId, PhotoId } from '../../shared/domain/ids.ts'
import { eventGroup, type EventGroup } from '../ui/eventText.ts'

/**
 * Changes whenever something happened to the incident, so that its history is asked again.
 *
 * Alarms that climb or are acknowledged do not touch the incident itself, therefore they are looked at too.
 */
export const historyMark = (board: Board, id: IncidentId): string => {
  const alarms = near(board.alarms, id)
    .filter((alarm) => alarm.incident === id)
    .map(({ level, acknowledged }) => `${level}${acknowledged?.at ?? ''}`)
  const incident = incidentOf(board, id)
  const parts = incident?.merged.map((part) => incidentOf(board, part)?.version ?? 0) ?? []
  return `${incident?.version ?? 0}:${parts.join()}:${alarms.join()}`
}

/** Oldest first by when things were done; what arrived late stands where it belongs. */
export const inOrder = (history: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  [...history].sort((a, b) => (a.doneAt ?? a.at) - (b.doneAt ?? b.at) || a.position - b.position)

export const narrowed = (history: readonly RecordedEvent[], group: EventGroup | 'all'): readonly RecordedEvent[] =>
  group === 'all' ? history : history.filter(({ event }) => eventGroup(event.type) === group)

/** The other incident that an event is about, where a part's story is told within its whole's; null for the incident's own. */
export const partOf = ({ event }: RecordedEvent, about: IncidentId): IncidentId | null =>
  'incident' in event && event.incident !== null && event.incident !== about ? event.incident : null

/** Pictures that came with an event. */
export const photosOf = ({ event }: RecordedEvent): readonly PhotoId[] => {
  if (event.type === 'incident.reported') return event.report.photos
  if (event.type === 'unit.resolved') return event.photos
  if (event.type === 'incident.noted') return event.added?.photos ?? []
  return event.type === 'photo.added' ? [event.photo] : []
}

/** A step that was done more than this before the room heard of it says both times. */
const noticeableMs = 2_000

export const cameLate = ({ at, doneAt }: RecordedEvent): boolean => doneAt !== undefined && at - doneAt >= noticeableMs
