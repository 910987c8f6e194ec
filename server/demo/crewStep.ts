import type { FieldCommand } from '../../shared/domain/command.ts'
import type { Assignment } from '../../shared/domain/incident/assignment.ts'
import type { Temper } from './temper.ts'

/** What has been done once and is not done again. */
export type Done = { readonly hasCried: boolean; readonly hasRaisedSos: boolean }

/** What a unit does next, and after how much played time; `go`: it sets out for the place. */
export type CrewStep =
  | { readonly does: 'say'; readonly afterMs: number; readonly command: FieldCommand }
  | { readonly does: 'go' }
  | { readonly does: 'nothing' }

/** Help that is not answered for so long is no longer waited for. */
const waitsForHelpMs = 8 * 60_000

const about = (assignment: Assignment, incident: FieldCommandIncident) => ({ incident, assignment: assignment.id })
type FieldCommandIncident = Extract<FieldCommand, { type: 'unit.accept' }>['incident']

const onScene = (assignment: Assignment, incident: FieldCommandIncident, temper: Temper, done: Done, result: string): CrewStep => {
  const { hurdle, handlesMs } = temper
  if (temper.isInDanger && !done.hasRaisedSos) {
    return { does: 'say', afterMs: handlesMs * 0.2, command: { type: 'sos.raise', unit: assignment.unit, point: null } }
  }
  if (hurdle && !done.hasCried) {
    const { wants: force, count, reason } = hurdle
    const command = { type: 'unit.askHelp', ...about(assignment, incident), force, count, reason } as const
    return { does: 'say', afterMs: handlesMs * 0.3, command }
  }
  const afterMs = assignment.wantsHelp ? waitsForHelpMs + handlesMs : handlesMs
  return { does: 'say', afterMs, command: { type: 'unit.resolve', ...about(assignment, incident), result, photos: [] } }
}

/** The next step of a unit on its task, from where the board says it is: so a step said by radio is followed too. */
export const crewStep = (assignment: Assignment, incident: FieldCommandIncident, temper: Temper, done: Done, result: string): CrewStep => {
  const task = about(assignment, incident)
  switch (assignment.state) {
    case 'assigned':
      return { does: 'say', afterMs: temper.acceptsAfterMs, command: { type: 'unit.accept', ...task } }
    case 'accepted':
      if (temper.returns) {
        return { does: 'say', afterMs: temper.departsAfterMs, command: { type: 'unit.return', ...task, reason: temper.returns } }
      }
      return { does: 'say', afterMs: temper.departsAfterMs, command: { type: 'unit.depart', ...task } }
    case 'enroute':
      return { does: 'go' }
    case 'onscene':
      return { does: 'say', afterMs: temper.looksAroundMs, command: { type: 'unit.handle', ...task } }
    case 'handling':
      return onScene(assignment, incident, temper, done, result)
    case 'resolved':
    case 'returned':
    case 'recalled':
      return { does: 'nothing' }
  }
}
