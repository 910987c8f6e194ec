import type { CommandOf } from '../command.ts'
import { unitOf, type Board } from '../board/board.ts'
import { near } from '../board/table.ts'
import type { DomainEvent } from '../event.ts'
import { distanceM, isInChina, type Point } from '../geo/point.ts'
import { AlarmId, type UnitId } from '../ids.ts'
import { isActive, progress, type Assignment, type AssignmentState } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import { happens, refused, withAnyAssignment, withAssignment, type Ruling, type Situation } from './ruling.ts'

/** As many pictures as one task keeps. */
const mostPhotos = 9

type Step = CommandOf<'unit.accept' | 'unit.depart' | 'unit.arrive' | 'unit.handle'>

const reaches: Readonly<Record<Step['type'], AssignmentState>> = {
  'unit.accept': 'accepted',
  'unit.depart': 'enroute',
  'unit.arrive': 'onscene',
  'unit.handle': 'handling',
}

/** A position outside China is a phone's fault, not a place; the step it came with still counts. */
const believed = (point: Point | null): Point | null => (point && isInChina(point) ? point : null)

const stepEvent = (command: Step, assignment: Assignment, incident: Incident): DomainEvent => {
  const about = { incident: incident.id, assignment: assignment.id, unit: assignment.unit }
  if (command.type === 'unit.accept') return { type: 'unit.accepted', ...about }
  if (command.type === 'unit.depart') return { type: 'unit.departed', ...about }
  if (command.type === 'unit.handle') return { type: 'unit.handling', ...about }
  const point = believed(command.point)
  const metres = point && incident.place.point ? Math.round(distanceM(point, incident.place.point)) : null
  return { type: 'unit.arrived', ...about, arrival: { point, distanceM: metres } }
}

/**
 * 签收 → 出发 → 到场 → 处置. A step already behind the unit is answered and changes nothing (a second
 * tap, a late message); steps may be skipped, since a phone may tell only the last of them.
 */
export const fieldStep = (situation: Situation, command: Step): Ruling =>
  withAssignment(situation, command, (assignment, incident) => {
    if (!isActive(assignment)) return refused({ reason: 'wrong-step', assignment: assignment.id, state: assignment.state })
    if (progress(assignment.state) >= progress(reaches[command.type])) return happens()
    return happens(stepEvent(command, assignment, incident))
  })

/** What a unit tells of a task that is no longer its own: kept as a note with its pictures, and it settles nothing. */
const toldLate = (command: CommandOf<'unit.resolve'>, assignment: Assignment, incident: Incident): Ruling => {
  const about = { incident: incident.id, assignment: assignment.id, unit: assignment.unit }
  const fresh = command.photos
    .filter((photo) => !assignment.photos.includes(photo))
    .slice(0, Math.max(0, mostPhotos - assignment.photos.length))
  const pictures = fresh.map((photo): DomainEvent => ({ type: 'photo.added', ...about, photo, point: null, takenAt: null }))
  return happens({ type: 'incident.noted', incident: incident.id, text: command.result }, ...pictures)
}

/**
 * 反馈: the unit says how it ended. Some matters are settled on the way or by telephone.
 *
 * A phone without network may tell it after the room took the unit off: what it saw is still kept.
 */
export const resolve = (situation: Situation, command: CommandOf<'unit.resolve'>): Ruling =>
  withAnyAssignment(situation, command, (assignment, incident) => {
    if (assignment.state === 'resolved') return happens()
    if (!isActive(assignment)) return toldLate(command, assignment, incident)
    if (assignment.state === 'assigned') {
      return refused({ reason: 'wrong-step', assignment: assignment.id, state: assignment.state })
    }
    const { result, photos } = command
    return happens({ type: 'unit.resolved', incident: incident.id, assignment: assignment.id, unit: assignment.unit, result, photos })
  })

/** 退单: once per force; after that only a supervisor may say it again. */
export const returnIt = (situation: Situation, command: CommandOf<'unit.return'>): Ruling =>
  withAssignment(situation, command, (assignment, incident) => {
    const { by } = situation
    if (assignment.state === 'returned') return happens()
    if (!isActive(assignment)) return refused({ reason: 'wrong-step', assignment: assignment.id, state: assignment.state })
    const { force } = assignment
    const isSupervisor = by.kind === 'person' && by.role === 'supervisor'
    if (!isSupervisor && incident.returnedBy.some((one) => one.force === force)) {
      return refused({ reason: 'returned-once-already', incident: incident.id, force })
    }
    const about = { incident: incident.id, assignment: assignment.id, unit: assignment.unit }
    return happens({ type: 'unit.returned', ...about, force, reason: command.reason })
  })

export const askHelp = (situation: Situation, command: CommandOf<'unit.askHelp'>): Ruling =>
  withAssignment(situation, command, (assignment, incident) => {
    if (!isActive(assignment)) return refused({ reason: 'wrong-step', assignment: assignment.id, state: assignment.state })
    const { force, count, reason } = command
    return happens({ type: 'help.asked', incident: incident.id, assignment: assignment.id, unit: assignment.unit, force, count, reason })
  })

export const answerHelp = (situation: Situation, command: CommandOf<'help.answer'>): Ruling =>
  withAssignment(situation, command, (assignment, incident) => {
    if (!assignment.wantsHelp) return refused({ reason: 'no-help-asked', assignment: assignment.id })
    return happens({ type: 'help.answered', incident: incident.id, assignment: assignment.id, unit: assignment.unit, note: command.note })
  })

/** A photo may arrive after the unit has ended its task, or the room the incident: the network was slow, the picture is still evidence. */
export const addPhoto = (situation: Situation, command: CommandOf<'photo.add'>): Ruling =>
  withAnyAssignment(situation, command, (assignment, incident) => {
    if (assignment.photos.includes(command.photo)) return happens()
    if (assignment.photos.length >= mostPhotos) return refused({ reason: 'too-many' })
    const { photo, point, takenAt } = command
    return happens({ type: 'photo.added', incident: incident.id, assignment: assignment.id, unit: assignment.unit, photo, point, takenAt })
  })

const isSounding = (board: Board, unit: UnitId): boolean =>
  near(board.alarms, unit).some(({ cause, acknowledged }) => cause.kind === 'sos' && cause.unit === unit && acknowledged === null)

/**
 * A unit in danger. Needs no incident; a second press while the first still sounds changes nothing.
 *
 * Once somebody has heard it, a press sounds again: a call that nobody cleared must not silence the next.
 */
export const raiseSos = ({ board, now, by }: Situation, command: CommandOf<'sos.raise'>): Ruling => {
  const unit = unitOf(board, command.unit)
  if (!unit || (by.kind === 'unit' && by.id !== unit.id)) return refused({ reason: 'unknown-unit', unit: command.unit })
  if (unit.sos && isSounding(board, unit.id)) return happens()
  const alarm = AlarmId.parse(`${unit.id}:sos:${now}`)
  return happens({ type: 'sos.raised', unit: unit.id, incident: unit.task?.incident ?? null, point: believed(command.point), alarm })
}

export const clearSos = ({ board }: Situation, command: CommandOf<'sos.clear'>): Ruling => {
  const unit = unitOf(board, command.unit)
  if (!unit) return refused({ reason: 'unknown-unit', unit: command.unit })
  if (!unit.sos) return refused({ reason: 'no-sos', unit: unit.id })
  return happens({ type: 'sos.cleared', unit: unit.id, incident: unit.task?.incident ?? null, note: command.note })
}
