import type { FieldTask, FieldView } from '../../shared/contracts/field.ts'
import { profileOf, unitNameOf, unitOf, type Board } from '../../shared/domain/board/board.ts'
import type { UnitId } from '../../shared/domain/ids.ts'
import { isActive, type Assignment } from '../../shared/domain/incident/assignment.ts'
import { cautionsOf } from '../../shared/domain/incident/caution.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Report } from '../../shared/domain/incident/report.ts'
import { maskPhone, maskText } from '../../shared/domain/room/maskText.ts'
import { stageClocks } from '../../shared/domain/sla/stageClock.ts'
import { kindByCode, urgencyRank, type Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'

/** How long an ended task stays on the phone: the longest shift of a command room. */
const shiftMs = 12 * 3_600_000

type Shard = Board['incidents']['shards'][string]
type ByUnit = ReadonlyMap<UnitId, readonly Incident[]>

/** Shards never change under their reference, so each is read through once, not once per phone that asks. */
const knownShards = new WeakMap<Shard, ByUnit>()

const byUnit = (shard: Shard): ByUnit => {
  const known = knownShards.get(shard)
  if (known) return known
  const found = new Map<UnitId, Incident[]>()
  for (const incident of Object.values(shard)) {
    for (const unit of new Set(incident.assignments.map((one) => one.unit))) found.set(unit, [...(found.get(unit) ?? []), incident])
  }
  knownShards.set(shard, found)
  return found
}

/** An assignment of the unit, with its incident. */
export type OwnTask = { readonly incident: Incident; readonly assignment: Assignment }

/** Everything the unit was ever sent to, as far as the board remembers. */
export const ownTasks = (board: Board, unit: UnitId): readonly OwnTask[] =>
  Object.values(board.incidents.shards)
    .flatMap((shard) => byUnit(shard).get(unit) ?? [])
    .flatMap((incident) => incident.assignments.filter((one) => one.unit === unit).map((assignment) => ({ incident, assignment })))

/** True while the unit is bound to it: an incident that ended binds nobody. */
export const isCurrent = ({ incident, assignment }: OwnTask): boolean => incident.end === null && isActive(assignment)

const reportView = (report: Report, current: boolean): FieldTask['reports'][number] => ({
  id: report.id,
  text: maskText(report.text),
  at: report.receivedAt,
  callerName: report.caller.name && maskText(report.caller.name),
  phone: maskPhone(report.caller.phone),
  hasPhone: current && report.caller.phone !== null && !report.caller.phone.includes('*'),
  photos: report.photos,
})

const maskedAssignment = (assignment: Assignment): Assignment => ({
  ...assignment,
  order: maskText(assignment.order),
  result: assignment.result === null ? null : maskText(assignment.result),
  wantsHelp: assignment.wantsHelp && { ...assignment.wantsHelp, reason: maskText(assignment.wantsHelp.reason) },
})

const othersOn = (board: Board, { incident, assignment }: OwnTask): FieldTask['with'] =>
  incident.assignments
    .filter((one) => one.id !== assignment.id && isActive(one))
    .map(({ unit, force, lead, state }) => ({ name: unitNameOf(board, unit) ?? unit, force, lead, state }))

const taskView = (board: Board, own: OwnTask, taxonomy: Taxonomy, now: number): FieldTask => {
  const { incident, assignment } = own
  const kind = kindByCode(taxonomy, incident.kind)
  const onScene = stageClocks(incident, profileOf(board), now).find((clock) => clock.stage.to === 'onscene')
  return {
    incident: incident.id,
    kind: incident.kind,
    kindName: kind?.nameZh ?? incident.kind,
    kindNameEn: kind?.nameEn ?? incident.kind,
    nature: incident.nature,
    urgency: incident.urgency,
    place: { ...incident.place, text: maskText(incident.place.text) },
    reports: incident.reports.map((report) => reportView(report, isCurrent(own))),
    cautions: cautionsOf(incident),
    assignment: maskedAssignment(assignment),
    with: othersOn(board, own),
    onSceneDueAt: isCurrent(own) && assignment.onSceneAt === null ? (onScene?.dueAt ?? null) : null,
  }
}

const endedAt = ({ incident, assignment }: OwnTask) => assignment.endedAt ?? incident.end?.at ?? assignment.assignedAt

const byNeed = (a: OwnTask, b: OwnTask): number => {
  if (isCurrent(a) !== isCurrent(b)) return isCurrent(a) ? -1 : 1
  if (!isCurrent(a)) return endedAt(b) - endedAt(a)
  return urgencyRank(a.incident.urgency) - urgencyRank(b.incident.urgency) || a.assignment.assignedAt - b.assignment.assignedAt
}

type About = Pick<FieldView, 'townName' | 'townNameEn' | 'expiresAt'>

/**
 * What a unit's phone shows, from the board alone: its own tasks, numbers masked, the most urgent first,
 * then those that ended within a shift. Null when the board knows no such unit.
 */
export const fieldViewOf = (board: Board, id: UnitId, taxonomy: Taxonomy, now: number, about: About): FieldView | null => {
  const unit = unitOf(board, id)
  if (!unit) return null
  const { name, force } = unit.definition
  const shown = ownTasks(board, id).filter((own) => isCurrent(own) || endedAt(own) > now - shiftMs)
  const tasks = shown.sort(byNeed).map((own) => taskView(board, own, taxonomy, now))
  return { now, unit: { id, name, force }, ...about, sosAt: unit.sos?.at ?? null, tasks }
}
