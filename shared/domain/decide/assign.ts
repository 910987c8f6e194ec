import type { CommandOf } from '../command.ts'
import type { DomainEvent } from '../event.ts'
import { AssignmentId } from '../ids.ts'
import { incidentOf, unitOf } from '../board/board.ts'
import { isActive } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import { lacksPolice } from '../incident/weight.ts'
import type { Refusal } from '../refusal.ts'
import { isOnDuty } from '../unit/unit.ts'
import { happens, refused, withAssignment, withOpen, type Ruling, type Situation } from './ruling.ts'

type Order = CommandOf<'units.assign'>['orders'][number]

/** Why this unit cannot be sent now; null when it can. */
export const whyNotSent = ({ board, now }: Pick<Situation, 'board' | 'now'>, order: Pick<Order, 'unit' | 'callIn'>): Refusal | null => {
  const unit = unitOf(board, order.unit)
  if (!unit) return { reason: 'unknown-unit', unit: order.unit }
  const { name } = unit.definition
  if (unit.task) {
    const { incident, assignment, since } = unit.task
    const state = incidentOf(board, incident)?.assignments.find((one) => one.id === assignment)?.state ?? 'assigned'
    return { reason: 'unit-is-busy', unit: unit.id, name, incident, state, since }
  }
  if (!order.callIn && !isOnDuty(unit, now, board.utcOffsetMinutes)) return { reason: 'unit-is-off-duty', unit: unit.id, name }
  return null
}

/** Police must come, and with this order nobody of theirs would be on it. */
const leavesOutPolice = ({ board }: Situation, incident: Incident, orders: readonly Order[]): boolean =>
  lacksPolice(incident) && !orders.some(({ unit }) => unitOf(board, unit)?.definition.force === 'police')

/**
 * 派单: one order to one or several units. All of them go or none.
 *
 * Where police must come an order without them needs a word (`policeLater`): who is nearest may go at once,
 * and nobody forgets the police by leaving out a line.
 */
export const assign = (situation: Situation, command: CommandOf<'units.assign'>): Ruling =>
  withOpen(situation, command.incident, (incident) => {
    const seen = new Set<string>()
    for (const order of command.orders) {
      if (seen.has(order.unit)) return refused({ reason: 'unit-twice', unit: order.unit })
      seen.add(order.unit)
      const refusal = whyNotSent(situation, order)
      if (refusal) return refused(refusal)
    }
    const withoutPolice = leavesOutPolice(situation, incident, command.orders)
    if (withoutPolice && !command.policeLater) return refused({ reason: 'order-lacks-police', incident: incident.id })
    const events = command.orders.map((order, i): DomainEvent => {
      const unit = unitOf(situation.board, order.unit)
      const { lead, why } = order
      const assignment = AssignmentId.parse(`${incident.id}/${incident.assignments.length + i + 1}`)
      const force = unit?.definition.force ?? 'grid'
      const about = { incident: incident.id, assignment, unit: order.unit }
      return { type: 'unit.assigned', ...about, force, lead, order: order.order, why, ...(withoutPolice && { policeLater: true as const }) }
    })
    return happens(...events)
  })

export const recall = (situation: Situation, command: CommandOf<'unit.recall'>): Ruling =>
  withAssignment(situation, command, (assignment, incident) => {
    if (!isActive(assignment)) return refused({ reason: 'wrong-step', assignment: assignment.id, state: assignment.state })
    return happens({
      type: 'unit.recalled',
      incident: incident.id,
      assignment: assignment.id,
      unit: assignment.unit,
      reason: command.reason,
    })
  })
