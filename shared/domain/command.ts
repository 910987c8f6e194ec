import { z } from 'zod'
import { Point } from './geo/point.ts'
import { AlarmId, AssignmentId, IncidentId, PhotoId, ReportId, TownId, UnitId } from './ids.ts'
import { Added, Changes } from './incident/events.ts'
import { DuplicateCandidate } from './incident/incident.ts'
import { Assessment, Place, Report } from './incident/report.ts'
import { SoundThresholds } from './room/thresholds.ts'
import { SlaProfile } from './sla/profile.ts'
import { Force, Urgency } from './taxonomy/taxonomy.ts'
import { RosterSpan } from './unit/roster.ts'
import { UnitDefinition } from './unit/unitDefinition.ts'
import { wallCommands } from './wall/wall.ts'

const incident = IncidentId
const reason = z.string().trim().min(1).max(500)
const assignment = { incident: IncidentId, assignment: AssignmentId }

/** A report before it has a number and an instant: those are the room's to give. */
export const IncomingReport = Report.omit({ id: true, receivedAt: true })
export type IncomingReport = z.infer<typeof IncomingReport>

/** Said by the room itself: intake, the clock, the file of the town. Never accepted from a wire. */
export const systemCommands = [
  z.object({
    type: z.literal('incident.report'),
    report: IncomingReport,
    assessment: Assessment,
    place: Place,
    duplicates: z.array(DuplicateCandidate).max(5).readonly(),
  }),
  /** What came in later says that the matter is graver than it looked. */
  z.object({ type: z.literal('incident.worsen'), incident, policeNeeded: z.boolean(), urgency: Urgency }),
  /** What came again under the number of a report that is kept. */
  z.object({ type: z.literal('report.extend'), incident, text: z.string().trim().min(1).max(2_000), added: Added.optional() }),
  z.object({ type: z.literal('clock.tick'), incidents: z.array(IncidentId).readonly(), alarms: z.array(AlarmId).readonly() }),
  z.object({ type: z.literal('units.enroll'), definitions: z.array(UnitDefinition).readonly() }),
  z.object({ type: z.literal('units.dismiss'), units: z.array(UnitId).readonly(), reason: z.string().max(200) }),
  z.object({ type: z.literal('audit.note'), subject: z.string().max(80), text: z.string().max(500) }),
  z.object({ type: z.literal('incident.rate'), incident, stars: z.number().int().min(1).max(5), comment: z.string().trim().max(500) }),
] as const

/** Said by a field unit about its own assignments. A person of the room may say them too, on its behalf. */
export const fieldCommands = [
  z.object({ type: z.literal('unit.accept'), ...assignment }),
  z.object({ type: z.literal('unit.depart'), ...assignment }),
  z.object({ type: z.literal('unit.arrive'), ...assignment, point: Point.nullable() }),
  z.object({ type: z.literal('unit.handle'), ...assignment }),
  z.object({
    type: z.literal('unit.resolve'),
    ...assignment,
    result: z.string().trim().min(1).max(2_000),
    photos: z.array(PhotoId).max(9).readonly(),
  }),
  z.object({ type: z.literal('unit.return'), ...assignment, reason }),
  z.object({ type: z.literal('unit.askHelp'), ...assignment, force: Force.nullable(), count: z.number().int().min(1).max(50), reason }),
  z.object({ type: z.literal('photo.add'), ...assignment, photo: PhotoId, point: Point.nullable(), takenAt: z.number().nullable() }),
  z.object({ type: z.literal('sos.raise'), unit: UnitId, point: Point.nullable() }),
] as const

/** Said by people at a console. */
export const consoleCommands = [
  z.object({ type: z.literal('incident.take'), incident }),
  z.object({ type: z.literal('incident.release'), incident }),
  /** `was` holds the values the person saw, so that two people do not overwrite each other. */
  z.object({ type: z.literal('incident.amend'), incident, changes: Changes, was: Changes }),
  z.object({ type: z.literal('incident.classify'), incident }),
  z.object({ type: z.literal('incident.note'), incident, text: z.string().trim().min(1).max(2_000) }),
  z.object({
    type: z.literal('units.assign'),
    incident,
    orders: z
      .array(
        z.object({
          unit: UnitId,
          lead: z.boolean(),
          order: z.string().trim().max(1_000),
          /** Call in a unit that is off shift. */
          callIn: z.boolean(),
          why: z.array(z.string().max(120)).max(8).readonly(),
        }),
      )
      .min(1)
      .max(20)
      .readonly(),
    /** 公安随后: others go at once where police must come, and the police are sent for next. */
    policeLater: z.boolean().optional(),
  }),
  z.object({ type: z.literal('unit.recall'), ...assignment, reason }),
  z.object({ type: z.literal('help.answer'), ...assignment, note: z.string().trim().max(500) }),
  z.object({ type: z.literal('incidents.merge'), into: IncidentId, incidents: z.array(IncidentId).min(1).max(100).readonly() }),
  z.object({ type: z.literal('incident.unmerge'), incident, reason }),
  z.object({ type: z.literal('duplicate.dismiss'), incident, of: IncidentId }),
  z.object({ type: z.literal('incident.transfer'), incident, to: z.enum(['12345', '110', 'town']), town: TownId.nullable(), reason }),
  z.object({ type: z.literal('transfer.answer'), incident, accepted: z.boolean(), note: z.string().trim().max(500) }),
  z.object({
    type: z.literal('incident.whistle'),
    incident,
    departments: z.array(z.string().trim().min(1).max(40)).min(1).max(20).readonly(),
    matter: reason,
  }),
  z.object({ type: z.literal('department.reportIn'), incident, department: z.string().max(40), person: z.string().trim().min(1).max(40) }),
  z.object({ type: z.literal('incident.pause'), incident, reason }),
  z.object({ type: z.literal('incident.resume'), incident }),
  z.object({ type: z.literal('incident.close'), incident, outcome: z.string().trim().min(1).max(40), note: z.string().trim().max(2_000) }),
  z.object({ type: z.literal('incident.cancel'), incident, reason }),
  z.object({ type: z.literal('incident.reopen'), incident, reason }),
  z.object({ type: z.literal('phone.reveal'), incident, report: ReportId, purpose: z.string().trim().max(200) }),
  z.object({ type: z.literal('alarm.acknowledge'), alarm: AlarmId }),
  z.object({ type: z.literal('sos.clear'), unit: UnitId, note: z.string().trim().min(1).max(500) }),
  z.object({ type: z.literal('shift.log'), text: z.string().trim().min(1).max(2_000) }),
  z.object({ type: z.literal('shift.handOver'), to: z.string().trim().min(1).max(40), note: z.string().trim().min(1).max(4_000) }),
  z.object({ type: z.literal('roster.set'), unit: UnitId, roster: z.array(RosterSpan).max(40).readonly() }),
  z.object({
    type: z.literal('duty.set'),
    unit: UnitId,
    isOn: z.boolean(),
    forMs: z
      .number()
      .int()
      .min(60_000)
      .max(48 * 3_600_000),
    reason: z.string().trim().max(200),
  }),
  z.object({ type: z.literal('sla.set'), profiles: z.array(SlaProfile).min(1).max(20).readonly(), inForce: z.string() }),
  z.object({ type: z.literal('thresholds.set'), thresholds: SoundThresholds }),
  ...wallCommands,
] as const

export const FieldCommand = z.discriminatedUnion('type', fieldCommands)
export type FieldCommand = z.infer<typeof FieldCommand>

/** Everything a console may wish: its own words, and the field's on behalf of a unit by radio. */
export const ConsoleCommand = z.discriminatedUnion('type', [...consoleCommands, ...fieldCommands])
export type ConsoleCommand = z.infer<typeof ConsoleCommand>

/** A wish that becomes events or is refused. */
export const Command = z.discriminatedUnion('type', [...consoleCommands, ...fieldCommands, ...systemCommands])
export type Command = z.infer<typeof Command>
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>
