import { z } from 'zod'
import { AccountId, IncidentId, PhotoId, ReportId, TownId } from '../ids.ts'
import { KindCode, Nature, Urgency } from '../taxonomy/taxonomy.ts'
import { DuplicateCandidate } from './incident.ts'
import { Assessment, Place, Report } from './report.ts'

const incident = IncidentId
const reason = z.string().min(1).max(500)

export const Added = z.object({ report: ReportId, photos: z.array(PhotoId).min(1).max(9).readonly() })
export type Added = z.infer<typeof Added>

/** What a person may change on the card. Only the named fields change. */
export const Changes = z.object({
  kind: KindCode.optional(),
  nature: Nature.optional(),
  urgency: Urgency.optional(),
  policeNeeded: z.boolean().optional(),
  place: Place.optional(),
})
export type Changes = z.infer<typeof Changes>

/** What can happen to an incident, apart from what its units do (see `assignmentEvents.ts`). */
export const incidentEvents = [
  /** A report came in and became an incident; the brain's assessment comes with it. */
  z.object({
    type: z.literal('incident.reported'),
    incident,
    report: Report,
    assessment: Assessment,
    place: Place,
    duplicates: z.array(DuplicateCandidate).max(5).readonly(),
  }),
  z.object({ type: z.literal('incident.taken'), incident, by: AccountId, name: z.string().max(40) }),
  z.object({ type: z.literal('incident.released'), incident }),
  /** A person confirmed what it is. Field changes come before it as `incident.amended`. */
  z.object({ type: z.literal('incident.classified'), incident }),
  z.object({
    type: z.literal('incident.amended'),
    incident,
    changes: Changes,
    /** It took over the police or the urgency of a part merged into it: nobody has said what it is. */
    inherited: z.literal(true).optional(),
  }),
  z.object({
    type: z.literal('incident.noted'),
    incident,
    text: z.string().min(1).max(2_000),
    /** Photos that a channel sent later under the number of one of its reports: they are that report's too. */
    added: Added.optional(),
  }),
  /** `incident` became a part of `into`; its callers are kept there. */
  z.object({ type: z.literal('incident.merged'), incident, into: IncidentId }),
  z.object({ type: z.literal('incident.unmerged'), incident, from: IncidentId, reason }),
  z.object({ type: z.literal('duplicate.dismissed'), incident, of: IncidentId }),
  z.object({
    type: z.literal('incident.transferred'),
    incident,
    to: z.enum(['12345', '110', 'town']),
    town: TownId.nullable(),
    reason,
  }),
  z.object({ type: z.literal('transfer.answered'), incident, accepted: z.boolean(), note: z.string().max(500) }),
  z.object({
    type: z.literal('incident.whistled'),
    incident,
    departments: z.array(z.string().min(1).max(40)).min(1).max(20).readonly(),
    matter: reason,
    dueAt: z.number(),
  }),
  z.object({ type: z.literal('department.reportedIn'), incident, department: z.string().max(40), person: z.string().max(40) }),
  z.object({ type: z.literal('incident.paused'), incident, reason }),
  z.object({ type: z.literal('incident.resumed'), incident }),
  z.object({ type: z.literal('incident.closed'), incident, outcome: z.string().max(40), note: z.string().max(2_000) }),
  z.object({ type: z.literal('incident.cancelled'), incident, reason }),
  z.object({ type: z.literal('incident.reopened'), incident, reason }),
  z.object({ type: z.literal('incident.rated'), incident, stars: z.number().int().min(1).max(5), comment: z.string().max(500) }),
  /** Somebody read a phone number in clear. */
  z.object({ type: z.literal('phone.revealed'), incident, report: ReportId, purpose: z.string().max(200) }),
] as const
