import type { Actor } from '../../shared/domain/actor.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { CommandId, IncidentId, ReportId } from '../../shared/domain/ids.ts'
import type { DuplicateCandidate } from '../../shared/domain/incident/incident.ts'
import type { Assessment, Place } from '../../shared/domain/incident/report.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Dispatcher } from './dispatcher.ts'

/** Under which id and from where a report is brought; the same id twice is one report. */
export type Bringing = { readonly id: CommandId; readonly by: Actor; readonly origin: string; readonly mayBeOld: boolean }

export type Brought =
  | {
      readonly ok: true
      readonly incident: IncidentId
      readonly report: ReportId
      /** When it was kept: a number may mean another report after a backup was put in place, number and instant together never. */
      readonly receivedAt: number
      readonly position: number
      readonly isNew: boolean
    }
  | { readonly ok: false; readonly refusal: Refusal }

type Needs = {
  readonly dispatcher: Dispatcher
  readonly now: () => number
  readonly classify: (report: IncomingReport, at: number) => Assessment
  readonly locate: (report: IncomingReport) => Place
  readonly propose: (report: IncomingReport, assessment: Assessment, place: Place, at: number) => readonly DuplicateCandidate[]
  /** The event at a position, for a report that was brought before. */
  readonly eventAt: (position: number) => Promise<RecordedEvent | undefined>
  /** Told of each new incident, off the path of the answer: recommend, show. */
  readonly onNew: (incident: IncidentId) => void
}

const broughtBy = (recorded: RecordedEvent | undefined, isNew: boolean): Brought => {
  if (recorded?.event.type !== 'incident.reported')
    return { ok: false, refusal: { reason: 'malformed', field: 'id', problem: 'used for something else' } }
  const { incident, report } = recorded.event
  return { ok: true, incident, report: report.id, receivedAt: report.receivedAt, position: recorded.position, isNew }
}

/**
 * From a report to an incident: classify → locate → look for duplicates → keep → (recommend).
 *
 * Nothing outside the machine is asked on this path, and it answers once the report is durable.
 */
export const reportBringer = ({ dispatcher, now, classify, locate, propose, eventAt, onNew }: Needs) => {
  /** Events that were answered as new: the same command again gets the same events, and is not. */
  const answered = new WeakSet<RecordedEvent>()

  return async (report: IncomingReport, bringing: Bringing): Promise<Brought> => {
    const at = now()
    const assessment = classify(report, at)
    const place = locate(report)
    const duplicates = propose(report, assessment, place, at)
    const { answer, events } = await dispatcher.do({ type: 'incident.report', report, assessment, place, duplicates }, bringing)
    if (!answer.ok) return answer
    const kept = events[0]
    if (!kept) return broughtBy(await eventAt(answer.position), false)
    const isNew = !answered.has(kept)
    answered.add(kept)
    const brought = broughtBy(kept, isNew)
    if (brought.ok && isNew) onNew(brought.incident)
    return brought
  }
}
