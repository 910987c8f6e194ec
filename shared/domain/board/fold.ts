import { assertNever } from '../assertNever.ts'
import type { DomainEvent, EventOf, RecordedEvent } from '../event.ts'
import type { UnitId } from '../ids.ts'
import { foldIncident, openIncident, type IncidentChange } from '../incident/fold.ts'
import { foldUnitOfAssignment } from '../unit/fold.ts'
import { alarmRaisedBy, alarmsSettledBy, callingSince } from './alarms.ts'
import type { Board } from './board.ts'
import { boardDraft, type BoardDraft } from './boardDraft.ts'
import { foldMerge, foldUnmerge } from './foldMerge.ts'
import { foldWall } from '../wall/foldWall.ts'
import { isAssignmentEvent } from '../incident/foldAssignment.ts'

const reported = (draft: BoardDraft, event: EventOf<'incident.reported'>, at: number, position: number) => {
  draft.incidents.set(event.incident, openIncident(event, at, position))
  draft.nextIncident = Math.max(draft.nextIncident, Number(event.incident.slice(2)) + 1)
  draft.nextReport = Math.max(draft.nextReport, Number(event.report.id.slice(2)) + 1)
}

const enrolled = (draft: BoardDraft, { unit, definition, ...event }: EventOf<'unit.enrolled'>) => {
  const known = draft.units.get(unit)
  // Older events told the roster in force only: the file's at first, later perhaps one that a person had set.
  const fileRoster = event.fileRoster ?? known?.fileRoster ?? definition.roster
  const fresh = { id: unit, definition, fileRoster, duty: null, task: null, freedAt: null, doneToday: 0, sos: null }
  draft.units.set(unit, known ? { ...known, definition, fileRoster } : fresh)
  const { [unit]: isBack, ...others } = draft.formerUnits
  if (isBack !== undefined) draft.formerUnits = others
}

const dismissed = (draft: BoardDraft, id: UnitId) => {
  const name = draft.units.get(id)?.definition.name
  if (name !== undefined) draft.formerUnits = { ...draft.formerUnits, [id]: name }
  draft.units.remove(id)
}

const aboutIncident = (draft: BoardDraft, event: IncidentChange, at: number, position: number) => {
  const before = draft.incidents.get(event.incident)
  const after = before && foldIncident(before, event, at, position)
  if (after) draft.incidents.set(after.id, after)
  if (isAssignmentEvent(event)) foldUnitOfAssignment(draft, event, at)
  if (before) draft.alarms.settle(alarmsSettledBy(event, before))
  const alarm = alarmRaisedBy(event, (before && callingSince(event, before)) ?? at, draft.at)
  if (alarm) draft.alarms.raise(alarm)
  if (event.type === 'incident.merged') foldMerge(draft, event, position)
  if (event.type === 'incident.unmerged') foldUnmerge(draft, event, position)
  if (after?.end) draft.settleAlarms(after.id)
}

const apply = (draft: BoardDraft, event: DomainEvent, at: number, position: number): void => {
  switch (event.type) {
    case 'incident.reported':
      return reported(draft, event, at, position)
    case 'alarm.climbed':
      return draft.changeAlarm(event.alarm, (alarm) => ({ ...alarm, level: event.to, climbedAt: at }))
    case 'alarm.acknowledged':
      return draft.changeAlarm(event.alarm, (alarm) => ({ ...alarm, acknowledged: { by: event.by, name: event.name, at } }))
    case 'sos.raised': {
      const alarm = alarmRaisedBy(event, at, draft.at)
      if (alarm) draft.alarms.raise(alarm)
      return draft.changeUnit(event.unit, (unit) => ({ ...unit, sos: { at, point: event.point } }))
    }
    case 'sos.cleared':
      draft.settleSos(event.unit)
      return draft.changeUnit(event.unit, (unit) => ({ ...unit, sos: null }))
    case 'sla.set':
      draft.profiles = event.profiles
      draft.profileInForce = event.inForce
      return
    case 'thresholds.set':
      draft.thresholds = event.thresholds
      return
    case 'unit.enrolled':
      return enrolled(draft, event)
    case 'unit.dismissed':
      return dismissed(draft, event.unit)
    case 'roster.set':
      return draft.changeUnit(event.unit, (unit) => ({ ...unit, definition: { ...unit.definition, roster: event.roster } }))
    case 'duty.set':
      return draft.changeUnit(event.unit, (unit) => ({ ...unit, duty: { isOn: event.isOn, until: event.until, reason: event.reason } }))
    case 'shift.logged':
      return draft.log({ kind: 'log', at, by: event.name, text: event.text })
    case 'shift.handedOver':
      return draft.log({ kind: 'handOver', at, by: event.name, to: event.to, text: event.note })
    case 'wall.arranged':
    case 'wall.shown':
    case 'wall.removed':
      return foldWall(draft, event, at)
    case 'audit.noted':
      return
    case 'incident.taken':
    case 'incident.released':
    case 'incident.classified':
    case 'incident.amended':
    case 'incident.noted':
    case 'incident.merged':
    case 'incident.unmerged':
    case 'duplicate.dismissed':
    case 'incident.transferred':
    case 'transfer.answered':
    case 'incident.whistled':
    case 'department.reportedIn':
    case 'incident.paused':
    case 'incident.resumed':
    case 'incident.closed':
    case 'incident.cancelled':
    case 'incident.reopened':
    case 'incident.rated':
    case 'phone.revealed':
    case 'stage.warned':
    case 'stage.breached':
    case 'whistle.overdue':
    case 'unit.assigned':
    case 'unit.accepted':
    case 'unit.departed':
    case 'unit.arrived':
    case 'unit.handling':
    case 'unit.resolved':
    case 'unit.returned':
    case 'unit.recalled':
    case 'photo.added':
    case 'help.asked':
    case 'help.answered':
    case 'unit.overdue':
      return aboutIncident(draft, event, at, position)
    default:
      return assertNever(event)
  }
}

/**
 * The board after these events, in order.
 *
 * Pure, and the same everywhere: server, console and replay. A whole batch costs one copy of what it
 * touches; folding one by one or all at once gives the same board. Events at or before the board's
 * position are passed over, so that a feed may overlap; a gap throws, because a board with a hole in it
 * would look right and be wrong.
 */
export const foldBoard = (board: Board, events: readonly RecordedEvent[]): Board => {
  const draft = boardDraft(board)
  for (const { event, at, doneAt, position } of events) {
    if (position <= draft.position) continue
    if (position !== draft.position + 1) throw new Error(`Event ${position} does not follow ${draft.position}: the feed has a gap`)
    draft.sweepBefore(at)
    draft.at = at
    // A step ends its stage when it was done, not when its message arrived.
    apply(draft, event, doneAt ?? at, position)
    draft.position = position
  }
  return draft.done()
}
