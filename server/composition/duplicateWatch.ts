import { incidentOf, type Board } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'
import type { DomainEvent, RecordedEvent } from '../../shared/domain/event.ts'
import { IncidentId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Assessment, Place } from '../../shared/domain/incident/report.ts'
import type { DuplicateFinder } from '../duplicates/duplicateFinder.ts'
import type { MatterFacts } from '../duplicates/matterFacts.ts'

/** How far off a place may be, metres: more when it was read from words than when a person or coordinates said it. */
const uncertaintyOf = (place: Place): number => (place.source === 'brain' ? 80 : 30)

/** Only a person's choice counts as certain. */
const surest = 0.99

const factsOf = ({ id, openedAt, kind, place, reports, assessment, isConfirmed }: Incident): MatterFacts => ({
  id,
  openedAt,
  lastAt: Math.max(openedAt, ...reports.map((report) => report.receivedAt)),
  kind,
  kindConfidence: isConfirmed ? 1 : Math.min(surest, assessment.confidence),
  point: place.point,
  uncertaintyM: uncertaintyOf(place),
  building: place.building,
  grid: place.grid,
  texts: reports.map((report) => report.text),
  phones: reports.flatMap((report) => report.caller.phone ?? []),
})

/** A new report has no number yet; this one is never given to an incident. */
const notYet = IncidentId.parse('E-1')

/** After these an incident is compared by other facts, or is no longer open, or is open again. */
const changes: ReadonlySet<DomainEvent['type']> = new Set([
  'incident.reported',
  'incident.classified',
  'incident.amended',
  'incident.merged',
  'incident.unmerged',
  'incident.reopened',
  'transfer.answered',
  'incident.closed',
  'incident.cancelled',
  'incident.transferred',
])

/** Keeps the duplicate finder in step with the board, and asks it about new reports. */
export const duplicateWatch = (finder: DuplicateFinder, board: Board) => {
  for (const incident of values(board.incidents)) if (!incident.end) finder.add(factsOf(incident))

  const lookAt = (id: IncidentId, after: Board) => {
    const incident = incidentOf(after, id)
    if (incident && !incident.end) finder.add(factsOf(incident))
    else finder.remove(id)
  }

  return {
    look: (events: readonly RecordedEvent[], after: Board) => {
      for (const { event } of events) {
        if (!('incident' in event) || event.incident === null) continue
        if (changes.has(event.type)) lookAt(event.incident, after)
        if (event.type === 'incident.merged') lookAt(event.into, after)
        if (event.type === 'incident.unmerged') lookAt(event.from, after)
      }
    },
    propose: (report: IncomingReport, assessment: Assessment, place: Place, at: number) => {
      const phones = report.caller.phone === null ? [] : [report.caller.phone]
      const { point, building, grid } = place
      const { kind } = assessment
      const kindConfidence = Math.min(surest, assessment.confidence)
      const facts = {
        id: notYet,
        openedAt: at,
        lastAt: at,
        kind,
        kindConfidence,
        point,
        building,
        grid,
        uncertaintyM: uncertaintyOf(place),
        texts: [report.text],
        phones,
      }
      return finder.propose(facts)
    },
  }
}
