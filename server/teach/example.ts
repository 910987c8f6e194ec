import type { Channel } from '../../shared/domain/actor.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { counts } from '../../shared/domain/incident/assignment.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import { isPoliceMatter } from '../../shared/domain/incident/weight.ts'
import { maskText } from '../../shared/domain/room/maskText.ts'
import type { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'

/** One report's words, and what else the brain is told of it. Numbers are masked. */
export type ExampleReport = { readonly text: string; readonly channel: Channel; readonly code110: string | null }

/** What an incident teaches: the words of its callers, and what people made of them in the end. */
export type Example = {
  readonly incident: IncidentId
  readonly openedAt: number
  readonly reports: readonly ExampleReport[]
  readonly kind: KindCode
  readonly policeNeeded: boolean
  readonly critical: boolean
  /** In the end it was something else than the brain had said. */
  readonly isCorrected: boolean
}

/**
 * The example that an incident is, or null when it is none.
 *
 * Only what has ended and what a person stood behind: closed, or handed to another room with its kind confirmed.
 * A cancelled report was withdrawn, so that nobody knows what its words meant. The words of a part that was merged
 * stand with the whole, and teach what the whole was in the end.
 */
export const exampleOf = (incident: Incident): Example | null => {
  const { end, isConfirmed, assessment, kind, critical } = incident
  if (!isConfirmed || (end?.how !== 'closed' && end?.how !== 'transferred')) return null
  const reports = incident.reports
    .map(({ text, channel, code110 }) => ({ text: maskText(text), channel, code110 }))
    .filter(({ text }) => text.trim() !== '')
  if (reports.length === 0) return null
  const policeWent = incident.assignments.some((one) => one.force === 'police' && counts(one))
  const policeNeeded = isPoliceMatter(incident) || policeWent
  return {
    incident: incident.id,
    openedAt: incident.openedAt,
    reports,
    kind,
    policeNeeded,
    critical,
    isCorrected: kind !== assessment.kind || policeNeeded !== assessment.policeNeeded || critical !== assessment.critical,
  }
}
