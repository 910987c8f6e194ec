import type { FieldView } from '../../shared/contracts/field.ts'

/** Assignments that wait to be accepted and were not there before: those that ring. */
export const newTasks = (before: FieldView | null, after: FieldView | null): readonly string[] => {
  const known = new Set((before?.tasks ?? []).map((task) => task.assignment.id))
  return (after?.tasks ?? [])
    .filter(({ assignment }) => assignment.state === 'assigned' && !known.has(assignment.id))
    .map(({ assignment }) => assignment.id)
}
