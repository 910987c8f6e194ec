import type { CitizenStep, CitizenView } from '../../shared/contracts/citizen.ts'
import { counts } from '../../shared/domain/incident/assignment.ts'
import { placeForOthers } from '../../shared/domain/incident/homePlace.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Report } from '../../shared/domain/incident/report.ts'
import { maskText } from '../../shared/domain/room/maskText.ts'
import type { Milestone, SlaProfile } from '../../shared/domain/sla/profile.ts'
import { stageClocks } from '../../shared/domain/sla/stageClock.ts'

type Step = { readonly step: CitizenStep; readonly at: number }

/** The first time any unit that was not taken off again came this far. */
const firstOf = (instants: readonly (number | null)[]): number | null => {
  const happened = instants.filter((at): at is number => at !== null)
  return happened.length === 0 ? null : Math.min(...happened)
}

const endStep = ({ end }: Incident): Step | null => {
  if (!end || end.how === 'merged') return null
  return { step: end.how, at: end.at }
}

/** What happened so far, in plain steps: who went stays in the room. */
const stepsOf = (incident: Incident, report: Report): readonly Step[] => {
  const sent = incident.assignments.filter(counts)
  const isDone = sent.length > 0 && sent.every((one) => one.state === 'resolved')
  const happened: readonly (readonly [CitizenStep, number | null])[] = [
    ['checked', incident.classifiedAt ?? incident.takenAt],
    ['sent', firstOf(sent.map((one) => one.assignedAt))],
    ['coming', firstOf(sent.map((one) => one.departedAt ?? one.acceptedAt))],
    ['onscene', firstOf(sent.map((one) => one.onSceneAt))],
    ['handled', isDone ? Math.max(...sent.map((one) => one.endedAt ?? 0)) : null],
  ]
  const end = endStep(incident)
  const steps = happened.flatMap(([step, at]) => (at === null ? [] : [{ step, at: Math.max(at, report.receivedAt) }]))
  return [{ step: 'received', at: report.receivedAt }, ...steps, ...(end ? [{ ...end, at: Math.max(end.at, report.receivedAt) }] : [])]
}

/** What follows each step, and the milestone whose limit says by when. */
const following: Readonly<Partial<Record<CitizenStep, { readonly step: CitizenStep; readonly by: Milestone }>>> = {
  received: { step: 'checked', by: 'taken' },
  checked: { step: 'sent', by: 'accepted' },
  sent: { step: 'coming', by: 'accepted' },
  coming: { step: 'onscene', by: 'onscene' },
  onscene: { step: 'handled', by: 'feedback' },
  handled: { step: 'closed', by: 'closed' },
}

const nextOf = (incident: Incident, now: number, step: CitizenStep, profile: SlaProfile): CitizenView['next'] => {
  if (incident.end) return null
  if (step === 'checked' && incident.nature === 'enquiry') return { step: 'transferred', by: null, isLate: false }
  const next = following[step]
  if (!next) return null
  const clock = stageClocks(incident, profile, now).find((one) => one.stage.to === next.by && one.endedAt === null)
  const by = clock?.dueAt ?? null
  return { step: next.step, by, isLate: by !== null && by <= now }
}

type Facts = {
  readonly incident: Incident
  readonly report: Report
  readonly isShared: boolean
  readonly profile: SlaProfile
  readonly now: number
}

/** What the citizen is told about an incident that the board knows. No names, no numbers, no notes of the room. */
export const citizenView = ({ incident, report, isShared, profile, now }: Facts): CitizenView => {
  const steps = stepsOf(incident, report)
  const step = steps.at(-1)?.step ?? 'received'
  const { end, rating } = incident
  return {
    now,
    place: maskText(report.placeText || placeForOthers(incident.place.text)),
    text: maskText(report.text),
    sentAt: report.receivedAt,
    step,
    steps,
    next: nextOf(incident, now, step, profile),
    handedTo: end?.how === 'transferred' ? (incident.transfers.at(-1)?.to ?? null) : null,
    isShared,
    outcome: end?.how === 'closed' ? maskText(end.outcome) : null,
    canRate: end?.how === 'closed' && rating === null,
    rating: rating && { stars: rating.stars, comment: maskText(rating.comment) },
  }
}
