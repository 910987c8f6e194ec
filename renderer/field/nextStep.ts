import type { FieldTask } from '../../shared/contracts/field.ts'
import { assertNever } from '../../shared/domain/assertNever.ts'
import { isActive } from '../../shared/domain/incident/assignment.ts'

/** The one next thing to do: a step of one tap, or the form of the feedback. Null: nothing is left to do. */
export type NextStep = 'unit.accept' | 'unit.depart' | 'unit.arrive' | 'unit.handle' | 'feedback' | null

/** 签收 → 出发 → 到场 → 处置 → 反馈. */
export const nextStep = ({ assignment }: Pick<FieldTask, 'assignment'>): NextStep => {
  switch (assignment.state) {
    case 'assigned':
      return 'unit.accept'
    case 'accepted':
      return 'unit.depart'
    case 'enroute':
      return 'unit.arrive'
    case 'onscene':
      return 'unit.handle'
    case 'handling':
      return 'feedback'
    case 'resolved':
    case 'returned':
    case 'recalled':
      return null
    default:
      return assertNever(assignment.state)
  }
}

/** Some matters are settled on the way or by telephone: feedback is possible once the task was accepted. */
export const canGiveFeedback = ({ assignment }: Pick<FieldTask, 'assignment'>): boolean =>
  isActive(assignment) && assignment.state !== 'assigned'

/** 退单 only until the unit is on scene: what it found there it reports as feedback. */
export const canReturn = ({ assignment }: Pick<FieldTask, 'assignment'>): boolean =>
  assignment.state === 'assigned' || assignment.state === 'accepted' || assignment.state === 'enroute'
