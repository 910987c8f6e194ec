import { isActive } from '../../shared/domain/incident/assignment.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import { domainWords } from '../ui/words/domain.ts'
import type { ShownTask } from './asIfDone.ts'
import { fieldWords } from './words.ts'

type Props = {
  readonly tasks: readonly ShownTask[]
  readonly current: string | null
  readonly onChoose: (assignment: string | null) => void
}

/** The other tasks: those in hand, then those that ended in this shift. */
export const TaskTabs = ({ tasks, current, onChoose }: Props) => {
  const say = useWords(fieldWords)
  const isChinese = useIsChinese()
  const sayDomain = useWords(domainWords)
  return (
    <nav className="tabs" aria-label={say('tasks')}>
      {tasks.map(({ incident, kindName, kindNameEn, assignment }) => (
        <button
          key={assignment.id}
          type="button"
          className={isActive(assignment) ? 'tab' : 'tab ended'}
          aria-pressed={assignment.id === current}
          onClick={() => onChoose(assignment.id === current ? null : assignment.id)}
        >
          {incident} {isChinese ? kindName : kindNameEn}
          <small>{sayDomain(`state.${assignment.state}`)}</small>
        </button>
      ))}
    </nav>
  )
}
