import type { FieldTask, FieldView } from '../../shared/contracts/field.ts'
import { assertNever } from '../../shared/domain/assertNever.ts'
import type { FieldCommand } from '../../shared/domain/command.ts'
import type { Assignment } from '../../shared/domain/incident/assignment.ts'
import type { Waiting, WaitingCommand } from './waiting.ts'

type TaskCommand = Exclude<FieldCommand, { type: 'sos.raise' }>

const step = (assignment: Assignment, command: TaskCommand, at: number): Assignment => {
  switch (command.type) {
    case 'unit.accept':
      return { ...assignment, state: 'accepted', acceptedAt: at }
    case 'unit.depart':
      return { ...assignment, state: 'enroute', departedAt: at }
    case 'unit.arrive':
      return { ...assignment, state: 'onscene', onSceneAt: at }
    case 'unit.handle':
      return { ...assignment, state: 'handling', handlingAt: at }
    case 'unit.resolve':
      return { ...assignment, state: 'resolved', endedAt: at, result: command.result }
    case 'unit.return':
      return { ...assignment, state: 'returned', endedAt: at, result: command.reason }
    case 'unit.askHelp':
      return { ...assignment, wantsHelp: { at, force: command.force, count: command.count, reason: command.reason } }
    case 'photo.add':
      return assignment
    default:
      return assertNever(command)
  }
}

const isOf =
  (task: FieldTask) =>
  (item: Waiting): item is WaitingCommand & { readonly command: TaskCommand } =>
    item.kind === 'command' && item.command.type !== 'sos.raise' && item.command.assignment === task.assignment.id

/** A task as it will be, and whether the room does not know that yet. */
export type ShownTask = FieldTask & { readonly isUnsent: boolean; readonly photosWaiting: number }

/** The phone's picture: what the room last said, with everything tapped since as if it were done. `toServer` turns the phone's ms into the room's. */
export const asIfDone = (view: FieldView, waiting: readonly Waiting[], toServer: (at: number) => number) => {
  const tasks = view.tasks.map((task): ShownTask => {
    const mine = waiting.filter(isOf(task))
    const assignment = mine.reduce((now, { command, doneAt }) => step(now, command, toServer(doneAt)), task.assignment)
    const photosWaiting = waiting.filter((item) => item.kind === 'photo' && item.assignment === task.assignment.id).length
    return { ...task, assignment, isUnsent: mine.some(({ command }) => command.type !== 'photo.add'), photosWaiting }
  })
  const call = waiting.find((item) => item.kind === 'command' && item.command.type === 'sos.raise')
  const sos = call ? { at: toServer(call.doneAt), isUnsent: true } : view.sosAt === null ? null : { at: view.sosAt, isUnsent: false }
  return { ...view, tasks, sos }
}

export type ShownView = ReturnType<typeof asIfDone>
