import type { Actor } from '../../shared/domain/actor.ts'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { wholeOf } from '../../shared/domain/board/wholeOf.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'
import type { EventOf, RecordedEvent } from '../../shared/domain/event.ts'
import type { CommandId, IncidentId, ReportId } from '../../shared/domain/ids.ts'
import type { DuplicateCandidate } from '../../shared/domain/incident/incident.ts'
import { graver, gravityOf, type Gravity } from '../../shared/domain/incident/weight.ts'
import type { Assessment, Place } from '../../shared/domain/incident/report.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Dispatcher } from './dispatcher.ts'
import { laterId, laterPhotos, laterWords, notesOf, type Purpose } from './laterWords.ts'

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
  readonly locate: (report: IncomingReport) => Place | Promise<Place>
  readonly propose: (report: IncomingReport, assessment: Assessment, place: Place, at: number) => readonly DuplicateCandidate[]
  /** The event at a position, for a report that was brought before. */
  readonly eventAt: (position: number) => Promise<RecordedEvent | undefined>
  /** Told of each new incident, off the path of the answer: recommend, show. */
  readonly onNew: (incident: IncidentId) => void
}

type Reported = EventOf<'incident.reported'>
type Kept = Brought & { readonly ok: true }
/** A report whose number came before, and how grave the matter is by its words. */
type Later = { readonly again: IncomingReport; readonly told: Gravity }

const broughtBy = ({ incident, report }: Reported, position: number, isNew: boolean): Kept => ({
  ok: true,
  incident,
  report: report.id,
  receivedAt: report.receivedAt,
  position,
  isNew,
})

const usedBefore: Brought = { ok: false, refusal: { reason: 'malformed', field: 'id', problem: 'used for something else' } }

/**
 * From a report to an incident: classify → locate → look for duplicates → keep → (recommend).
 *
 * Nothing outside the machine is asked on this path, and it answers once the report is durable. A number that comes again
 * is the same report; what it says anew is kept beside it.
 */
export const reportBringer = ({ dispatcher, now, classify, locate, propose, eventAt, onNew }: Needs) => {
  /** Events that were answered as new: the same command again gets the same events, and is not. */
  const answered = new WeakSet<RecordedEvent>()

  const bring = async (report: IncomingReport, bringing: Bringing): Promise<Brought> => {
    const at = now()
    const assessment = classify(report, at)
    const place = await locate(report)
    const duplicates = propose(report, assessment, place, at)
    const { answer, events } = await dispatcher.do({ type: 'incident.report', report, assessment, place, duplicates }, bringing)
    if (!answer.ok) return answer
    const kept = events[0] ?? (await eventAt(answer.position))
    if (kept?.event.type !== 'incident.reported') return usedBefore
    const isNew = events.length > 0 && !answered.has(kept)
    answered.add(kept)
    const brought = broughtBy(kept.event, kept.position, isNew)
    if (!isNew) return keepLaterWords({ again: report, told: gravityOf(assessment) }, kept.event, brought, bringing)
    onNew(brought.incident)
    return brought
  }

  /**
   * What a number that comes again says anew becomes a note, and makes the matter graver if it is; of a matter that the
   * board has put away, a new report.
   */
  const keepLaterWords = async ({ again, told }: Later, kept: Reported, before: Kept, bringing: Bringing): Promise<Brought> => {
    const words = laterWords(kept.report, again)
    if (words === '') return before
    const photos = laterPhotos(kept.report, again)
    const added = photos.length > 0 ? { report: before.report, photos } : null
    const asking = (purpose: Purpose): Bringing => ({
      ...bringing,
      id: laterId(bringing.id, [words, ...photos].join('\n'), purpose),
      mayBeOld: true,
    })
    const incident = wholeOf(dispatcher.board(), kept.incident)?.id
    if (incident === undefined) {
      const later = await bring(again, asking(0))
      // Its id was used for a note, while the matter was on the board.
      return later === usedBefore ? before : later
    }
    let notedAt = 0
    for (const [piece, text] of notesOf(words).entries()) {
      const { answer } = await dispatcher.do(
        { type: 'report.extend', incident, text, ...(piece === 0 && added && { added }) },
        asking(piece),
      )
      if (!answer.ok) return answer
      notedAt = answer.position
    }
    return weigh({ again, told }, incident, notedAt, before, asking)
  }

  /** Words that make a matter graver must not wait for somebody to read a note. */
  const weigh = async (
    { again, told }: Later,
    id: IncidentId,
    notedAt: number,
    before: Kept,
    asking: (purpose: Purpose) => Bringing,
  ): Promise<Brought> => {
    const incident = incidentOf(dispatcher.board(), id)
    if (!incident || !graver(incident, told)) return before
    if (incident.end === null) {
      const { answer } = await dispatcher.do({ type: 'incident.worsen', incident: id, ...told }, asking('graver'))
      if (answer.ok) return before
      // Ended in the same breath: a matter of its own.
      return answer.refusal.reason === 'incident-has-ended' ? bring(again, asking('anew')) : answer
    }
    const noted = await eventAt(notedAt)
    // What was said while it was open has been dealt with; nobody looks at what comes after its end.
    return noted && noted.at >= incident.end.at ? bring(again, asking('anew')) : before
  }

  return bring
}
