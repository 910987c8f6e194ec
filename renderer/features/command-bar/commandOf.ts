import { assertNever } from '../../../shared/domain/assertNever.ts'
import { unitOf, type Board } from '../../../shared/domain/board/board.ts'
import { get } from '../../../shared/domain/board/table.ts'
import type { ConsoleCommand } from '../../../shared/domain/command.ts'
import { counts } from '../../../shared/domain/incident/assignment.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import type { Wall } from '../../../shared/domain/wall/wall.ts'
import type { LineWish, Step } from './parseLine.ts'

type Said = { readonly ok: true; readonly command: ConsoleCommand } | { readonly ok: false; readonly refusal: Refusal }
type Spoken = Exclude<LineWish, { kind: 'goToIncident' | 'goToUnit' }>

const stepCommand = (board: Board, unitId: Extract<LineWish, { kind: 'step' }>['unit'], step: Step, result: string): Said => {
  const unit = unitOf(board, unitId)
  if (!unit) return { ok: false, refusal: { reason: 'unknown-unit', unit: unitId } }
  if (!unit.task) return { ok: false, refusal: { reason: 'unknown-assignment', assignment: unitId } }
  const about = { incident: unit.task.incident, assignment: unit.task.assignment }
  switch (step) {
    case 'accept':
      return { ok: true, command: { type: 'unit.accept', ...about } }
    case 'depart':
      return { ok: true, command: { type: 'unit.depart', ...about } }
    case 'arrive':
      return { ok: true, command: { type: 'unit.arrive', ...about, point: null } }
    case 'handle':
      return { ok: true, command: { type: 'unit.handle', ...about } }
    case 'resolve':
      return { ok: true, command: { type: 'unit.resolve', ...about, result, photos: [] } }
    default:
      return assertNever(step)
  }
}

/** `2`, `wall-2`, `指挥大厅`, or the beginning of its name; the first wall where nothing is said. */
const wallNamed = ({ walls }: Board, said: string): Wall | undefined =>
  said === ''
    ? walls[0]
    : (walls.find(({ id, plan }) => id === said || id === `wall-${said}` || plan.name === said) ??
      walls.find(({ plan }) => plan.name.toLowerCase().startsWith(said.toLowerCase())))

/** The command behind a line; `orderOf` writes the order where the line has none. */
export const commandOf = (wish: Spoken, board: Board, orderOf: (incident: Spoken & { kind: 'assign' }) => string): Said => {
  switch (wish.kind) {
    case 'assign': {
      const hasLead = get(board.incidents, wish.incident)?.assignments.some((one) => one.lead && counts(one)) ?? false
      const order = wish.order || orderOf(wish)
      const orders = wish.units.map((unit, i) => ({ unit, lead: i === 0 && !hasLead, order, callIn: false, why: [] }))
      return { ok: true, command: { type: 'units.assign', incident: wish.incident, orders } }
    }
    case 'step':
      return stepCommand(board, wish.unit, wish.step, wish.result)
    case 'merge':
      return { ok: true, command: { type: 'incidents.merge', into: wish.into, incidents: [wish.incident] } }
    case 'note':
      return { ok: true, command: { type: 'incident.note', incident: wish.incident, text: wish.text } }
    case 'take':
      return { ok: true, command: { type: 'incident.take', incident: wish.incident } }
    case 'close':
      return {
        ok: true,
        command: { type: 'incident.close', incident: wish.incident, outcome: wish.outcome.slice(0, 40), note: wish.outcome.slice(40) },
      }
    case 'wall': {
      const wall = wallNamed(board, wish.wall)
      if (!wall) return { ok: false, refusal: { reason: 'unknown-wall', wall: wish.wall } }
      return { ok: true, command: { type: 'wall.show', wall: wall.id, wish: { kind: 'incident', incident: wish.incident } } }
    }
    default:
      return assertNever(wish)
  }
}
