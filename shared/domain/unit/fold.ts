import type { BoardDraft } from '../board/boardDraft.ts'
import type { AssignmentEvent } from '../incident/foldAssignment.ts'
import type { Unit } from './unit.ts'

const dayMs = 86_400_000

const freed = (unit: Unit, at: number, utcOffsetMinutes: number): Unit => {
  const dayOf = (instant: number) => Math.floor((instant + utcOffsetMinutes * 60_000) / dayMs)
  const sameDay = unit.freedAt !== null && dayOf(unit.freedAt) === dayOf(at)
  return { ...unit, task: null, freedAt: at, doneToday: (sameDay ? unit.doneToday : 0) + 1 }
}

/** What an assignment's event means for its unit: bound when assigned, free when it ended. */
export const foldUnitOfAssignment = (draft: BoardDraft, event: AssignmentEvent, at: number): void => {
  if (event.type === 'unit.assigned') {
    return draft.changeUnit(event.unit, (unit) => ({
      ...unit,
      task: { incident: event.incident, assignment: event.assignment, since: at },
    }))
  }
  const ends = event.type === 'unit.resolved' || event.type === 'unit.returned' || event.type === 'unit.recalled'
  if (!ends) return
  draft.changeUnit(event.unit, (unit) => (unit.task?.assignment === event.assignment ? freed(unit, at, draft.utcOffsetMinutes) : unit))
}
