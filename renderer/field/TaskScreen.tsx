import { type ReactNode } from 'react'
import { clockTime, countdown } from '../ui/townTime.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import { domainWords } from '../ui/words/domain.ts'
import type { ShownTask } from './asIfDone.ts'
import { cautionWords } from '../ui/words/caution.ts'
import { distanceText } from './distanceText.ts'
import { fieldWords } from './words.ts'

type Props = { readonly task: ShownTask; readonly now: number; readonly place: ReactNode; readonly children: ReactNode }

const Limit = ({ dueAt, now }: { readonly dueAt: number; readonly now: number }) => {
  const say = useWords(fieldWords)
  const leftMs = dueAt - now
  const isOver = leftMs < 0
  return (
    <p className={isOver ? 'limit over' : 'limit'} role="timer">
      <span>
        {say('due')} {clockTime(dueAt)}
      </span>
      <strong>{isOver ? `⚠ ${say('due.over', { time: countdown(-leftMs) })}` : say('due.left', { time: countdown(leftMs) })}</strong>
    </p>
  )
}

const Others = ({ task }: { readonly task: ShownTask }) => {
  const say = useWords(fieldWords)
  const sayDomain = useWords(domainWords)
  const state = (key: string) =>
    (domainWords.keys as readonly string[]).includes(`state.${key}`) ? sayDomain(`state.${key}` as 'state.assigned') : key
  return (
    <section className="card" aria-label={say('with')}>
      <h2>{say('with')}</h2>
      <ul className="others">
        {task.with.map((other) => (
          <li key={other.name}>
            {other.name} · {sayDomain(`force.${other.force}`)} · {say(other.lead ? 'lead' : 'support')} · <span>{state(other.state)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One task on the whole screen: what, how urgent, by when, what to watch out for; place and callers stand inside. */
export const TaskScreen = ({ task, now, place, children }: Props) => {
  const say = useWords(fieldWords)
  const sayDomain = useWords(domainWords)
  const sayCaution = useWords(cautionWords)
  const isChinese = useIsChinese()
  const { assignment } = task
  const arrived = assignment.arrival?.distanceM ?? null
  return (
    <article className="task">
      <header className={`kind urgency-${task.urgency}`}>
        <p>
          <span className="urgency">{sayDomain(`urgency.${task.urgency}`)}</span>
          <span>{sayDomain(`nature.${task.nature}`)}</span>
          <span>{say(assignment.lead ? 'lead' : 'support')}</span>
          <span className="number">{task.incident}</span>
        </p>
        <h1>{isChinese ? task.kindName : task.kindNameEn}</h1>
        <p className="state">
          {sayDomain(`state.${assignment.state}`)}
          {task.isUnsent && <span className="unsent">◷ {say('unsent')}</span>}
          {task.photosWaiting > 0 && (
            <span className="unsent">
              ◷ {say('photo')} {say('photo.waiting', { count: task.photosWaiting })}
            </span>
          )}
        </p>
        {task.onSceneDueAt !== null && assignment.onSceneAt === null && <Limit dueAt={task.onSceneDueAt} now={now} />}
      </header>
      {place}
      {assignment.state === 'recalled' && <p className="notice">{say('recalled', { reason: assignment.result ?? '' })}</p>}
      {arrived !== null && arrived > 200 && <p className="notice">{say('arrived.away', { distance: distanceText(say, arrived) })}</p>}
      {assignment.wantsHelp && <p className="notice">{say('help.waiting', { time: clockTime(assignment.wantsHelp.at) })}</p>}
      {task.cautions.length > 0 && (
        <section className="card cautions" aria-label={say('cautions')}>
          <h2>⚠ {say('cautions')}</h2>
          <ul>
            {task.cautions.map((caution) => (
              <li key={caution}>{sayCaution(caution)}</li>
            ))}
          </ul>
        </section>
      )}
      {assignment.order !== '' && (
        <section className="card" aria-label={say('order')}>
          <h2>{say('order')}</h2>
          <p className="words">{assignment.order}</p>
        </section>
      )}
      {children}
      {task.with.length > 0 && <Others task={task} />}
    </article>
  )
}
