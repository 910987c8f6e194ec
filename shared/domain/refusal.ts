import { z } from 'zod'
import { AssignmentId, IncidentId, TownId, UnitId } from './ids.ts'
import { Force } from './taxonomy/taxonomy.ts'
import { WallPage } from './wall/wall.ts'

const incident = IncidentId

/**
 * Why a command was not done. A closed list: the console owns the wording, in both languages, from
 * these facts; the server says no sentences.
 */
export const Refusal = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('no-right'), command: z.string() }),
  z.object({ reason: z.literal('wrong-town'), town: TownId }),
  z.object({ reason: z.literal('malformed'), field: z.string(), problem: z.string() }),
  z.object({ reason: z.literal('unknown-incident'), incident: z.string() }),
  z.object({ reason: z.literal('unknown-unit'), unit: z.string() }),
  z.object({ reason: z.literal('unknown-assignment'), assignment: z.string() }),
  z.object({ reason: z.literal('unknown-alarm'), alarm: z.string() }),
  z.object({ reason: z.literal('unknown-report'), report: z.string() }),
  z.object({ reason: z.literal('unknown-kind'), kind: z.string() }),
  z.object({ reason: z.literal('unknown-profile'), profile: z.string() }),
  z.object({ reason: z.literal('unknown-department'), department: z.string() }),
  z.object({ reason: z.literal('unknown-wall'), wall: z.string() }),
  z.object({ reason: z.literal('walls-are-full'), most: z.number() }),
  z.object({ reason: z.literal('wall-name-taken'), name: z.string() }),
  z.object({ reason: z.literal('page-not-on-wall'), name: z.string(), page: WallPage }),
  z.object({ reason: z.literal('incident-has-ended'), incident, how: z.string(), into: IncidentId.nullable() }),
  z.object({ reason: z.literal('incident-is-open'), incident }),
  z.object({ reason: z.literal('taken-by-another'), incident, name: z.string(), since: z.number() }),
  z.object({ reason: z.literal('not-yours'), incident }),
  /** Somebody changed the same field meanwhile; what it is now is on the card. */
  z.object({ reason: z.literal('changed-meanwhile'), incident, field: z.string() }),
  z.object({ reason: z.literal('unit-is-busy'), unit: UnitId, name: z.string(), incident, state: z.string(), since: z.number() }),
  z.object({ reason: z.literal('unit-is-off-duty'), unit: UnitId, name: z.string() }),
  z.object({ reason: z.literal('unit-twice'), unit: UnitId }),
  z.object({ reason: z.literal('wrong-step'), assignment: AssignmentId, state: z.string() }),
  z.object({ reason: z.literal('returned-once-already'), incident, force: Force }),
  z.object({ reason: z.literal('units-still-active'), incident, units: z.array(UnitId).readonly() }),
  z.object({ reason: z.literal('merge-with-itself'), incident }),
  z.object({ reason: z.literal('not-merged'), incident }),
  z.object({ reason: z.literal('unmerge-outer-first'), incident, outer: IncidentId }),
  z.object({ reason: z.literal('not-transferred'), incident }),
  z.object({ reason: z.literal('answered-already'), incident }),
  z.object({ reason: z.literal('paused-already'), incident }),
  z.object({ reason: z.literal('not-paused'), incident }),
  z.object({ reason: z.literal('whistled-already'), incident }),
  z.object({ reason: z.literal('not-whistled'), incident }),
  z.object({ reason: z.literal('acknowledged-already'), name: z.string() }),
  /** A leader answers only what climbed to the leader. */
  z.object({ reason: z.literal('alarm-is-the-desks') }),
  z.object({ reason: z.literal('no-help-asked'), assignment: AssignmentId }),
  z.object({ reason: z.literal('sos-already'), unit: UnitId }),
  z.object({ reason: z.literal('no-sos'), unit: UnitId }),
  z.object({ reason: z.literal('police-must-not-leave'), incident }),
  /** Police must come, and none was sent: it does not end before a person says that they are not needed. */
  z.object({ reason: z.literal('police-not-sent'), incident }),
  /** The order leaves out the police who must come, and nobody said that they follow. */
  z.object({ reason: z.literal('order-lacks-police'), incident }),
  z.object({ reason: z.literal('not-closed'), incident }),
  z.object({ reason: z.literal('rated-already'), incident }),
  z.object({ reason: z.literal('nothing-changed') }),
  z.object({ reason: z.literal('too-many') }),
  /** The journal cannot write now (disk full, I/O error). Nothing was done; try again. */
  z.object({ reason: z.literal('cannot-keep') }),
])
export type Refusal = z.infer<typeof Refusal>

/** The one answer to every command. */
export const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), position: z.number().int() }),
  z.object({ ok: z.literal(false), refusal: Refusal }),
])
export type Answer = z.infer<typeof Answer>
