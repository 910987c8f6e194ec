import { z } from 'zod'
import { AccountId, IncidentId, TownId, UnitId } from '../ids.ts'
import { Force, KindCode, Nature, Urgency } from '../taxonomy/taxonomy.ts'
import { Assignment, counts, isActive, progress } from './assignment.ts'
import { Assessment, Place, Report } from './report.ts'

/** 移交: handed to another room, with that room's answer. */
export const Transfer = z
  .object({
    to: z.enum(['12345', '110', 'town']),
    town: TownId.nullable(),
    reason: z.string(),
    at: z.number(),
    answer: z.object({ accepted: z.boolean(), note: z.string(), at: z.number() }).nullable(),
  })
  .readonly()
export type Transfer = z.infer<typeof Transfer>

/** 吹哨报到: the departments called, and who of them reported in. */
export const Whistle = z
  .object({
    at: z.number(),
    dueAt: z.number(),
    matter: z.string(),
    departments: z.array(z.object({ name: z.string(), reportedIn: z.object({ by: z.string(), at: z.number() }).nullable() })).readonly(),
    /** When the room was told who did not come; told once per whistle. */
    overdueAt: z.number().nullable(),
  })
  .readonly()
export type Whistle = z.infer<typeof Whistle>

/** An open incident that may be the same matter, with the brain's reasons. */
export const DuplicateCandidate = z.object({
  of: IncidentId,
  score: z.number().min(0).max(1),
  reasons: z.array(z.string().max(80)).max(8).readonly(),
})
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>

/** How an incident ended; only the fields of that end. */
export const End = z.discriminatedUnion('how', [
  z.object({ how: z.literal('closed'), at: z.number(), outcome: z.string(), note: z.string() }),
  z.object({ how: z.literal('cancelled'), at: z.number(), reason: z.string() }),
  z.object({ how: z.literal('merged'), at: z.number(), into: IncidentId }),
  z.object({ how: z.literal('transferred'), at: z.number() }),
])
export type End = z.infer<typeof End>

/** 事件: the matter itself. Immutable; `fold` makes the next one. */
export const Incident = z
  .object({
    id: IncidentId,
    /** Position of the last event that touched it. */
    version: z.number().int(),
    openedAt: z.number(),
    /** The first report, and those of incidents merged into this one, oldest first. */
    reports: z.array(Report).min(1).readonly(),
    assessment: Assessment,
    kind: KindCode,
    nature: Nature,
    urgency: Urgency,
    policeNeeded: z.boolean(),
    critical: z.boolean(),
    /** True once a person confirmed or changed what the brain proposed. */
    isConfirmed: z.boolean(),
    place: Place,
    /** 接警 by an operator: who has it in hand. */
    holder: z.object({ id: AccountId, name: z.string(), since: z.number() }).nullable(),
    takenAt: z.number().nullable(),
    classifiedAt: z.number().nullable(),
    assignments: z.array(Assignment).readonly(),
    /** Forces that have returned it (退单), for the once-per-force rule. */
    returnedBy: z.array(z.object({ force: Force, unit: UnitId, reason: z.string(), at: z.number() })).readonly(),
    duplicates: z.array(DuplicateCandidate).readonly(),
    notDuplicateOf: z.array(IncidentId).readonly(),
    merged: z.array(IncidentId).readonly(),
    /** Parts that were taken out again. */
    parted: z.array(IncidentId).readonly(),
    transfers: z.array(Transfer).readonly(),
    whistle: Whistle.nullable(),
    /** Spans in which the clocks stood still: since when, until when (null: still). */
    pauses: z.array(z.object({ from: z.number(), to: z.number().nullable(), reason: z.string() })).readonly(),
    /** Spans in which the incident had ended, before it came back: no clock counts them. */
    away: z.array(z.object({ from: z.number(), to: z.number() })).readonly(),
    /** 增援: the last call of a unit for help, and when the room answered. */
    help: z.object({ askedAt: z.number(), answeredAt: z.number().nullable() }).nullable(),
    /** Stages whose amber, and whose limit, have been told: each is told once. */
    warned: z.array(z.string()).readonly(),
    breached: z.array(z.object({ stage: z.string(), dueAt: z.number() })).readonly(),
    reopenedAt: z.number().nullable(),
    rating: z.object({ stars: z.number().int(), comment: z.string(), at: z.number() }).nullable(),
    end: End.nullable(),
  })
  .readonly()
export type Incident = z.infer<typeof Incident>

/** 事件状态, derived from the assignments and the end; never stored. */
export type IncidentState =
  | 'received'
  | 'classified'
  | 'dispatched'
  | 'accepted'
  | 'enroute'
  | 'onscene'
  | 'handling'
  | 'resolved'
  | 'closed'
  | 'cancelled'
  | 'merged'
  | 'transferred'

const byProgress = ['dispatched', 'accepted', 'enroute', 'onscene', 'handling'] as const

/**
 * When its present round began: when it was reported, or when it last came back unsettled, reopened or refused
 * by the other side. Clocks count from here, and what units did before settles nothing.
 */
export const roundFrom = ({ openedAt, reopenedAt, transfers }: Incident): number =>
  transfers.reduce((last, { answer }) => (answer && !answer.accepted ? Math.max(last, answer.at) : last), reopenedAt ?? openedAt)

/** The assignments of its present round, those that were returned or recalled included. */
export const assignmentsOfRound = (incident: Incident): readonly Assignment[] => {
  const since = roundFrom(incident)
  return since === incident.openedAt
    ? incident.assignments
    : incident.assignments.filter((one) => one.endedAt === null || one.endedAt > since)
}

export const incidentState = (incident: Incident): IncidentState => {
  if (incident.end) return incident.end.how
  const counted = assignmentsOfRound(incident).filter(counts)
  if (counted.length === 0) return incident.classifiedAt === null ? 'received' : 'classified'
  const active = counted.filter(isActive)
  if (active.length === 0) return 'resolved'
  return byProgress[Math.max(...active.map((a) => progress(a.state)))] ?? 'dispatched'
}

export const isOpen = (incident: Incident): boolean => incident.end === null

/** The first report: the one whose words and clocks stand for the incident. */
export const firstReport = (incident: Incident): Report => {
  const report = incident.reports[0]
  if (!report) throw new Error(`${incident.id} has no report; the schema asks for at least one`)
  return report
}
