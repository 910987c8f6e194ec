import { Spin } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { useRoomSelector } from '../board/store.ts'
import { useWords } from '../ui/words.ts'
import { SuperviseHeader } from './SuperviseHeader.tsx'
import { TellNotices } from './TellNotices.tsx'
import { groups, needsBoard, taskOf, views, type Task } from './tasks.ts'
import { superviseWords } from './words.ts'

const useTask = (): Task => {
  const [task, setTask] = useState(() => taskOf(location.hash))
  useEffect(() => {
    const heard = () => setTask(taskOf(location.hash))
    addEventListener('hashchange', heard)
    return () => removeEventListener('hashchange', heard)
  }, [])
  return task
}

const Menu = ({ open }: { readonly open: Task }) => {
  const t = useWords(superviseWords)
  return (
    <nav className="xn-supervise-menu xn-no-print" aria-label={t('title')}>
      {(['people', 'room'] as const).map((group) => (
        <section key={group}>
          <h2>{t(`group.${group}`)}</h2>
          {groups[group].map((task) => (
            <a key={task} href={`#${task}`} aria-current={task === open ? 'page' : undefined}>
              {t(`task.${task}`)}
            </a>
          ))}
        </section>
      ))}
    </nav>
  )
}

/** Menu and the open task. */
export const SuperviseView = ({ onLeave }: { readonly onLeave: () => void }) => {
  const t = useWords(superviseWords)
  const task = useTask()
  const hasBoard = useRoomSelector((state) => state.board !== null)
  const View = views[task]
  const waiting = (
    <div className="xn-empty" role="status">
      <Spin />
      <span>{t('noBoard')}</span>
    </div>
  )
  return (
    <div className="xn-supervise">
      <TellNotices />
      <SuperviseHeader onLeave={onLeave} />
      <div className="xn-supervise-body">
        <Menu open={task} />
        {/* It scrolls, also while nothing in it can be focused. */}
        <main tabIndex={0}>
          {needsBoard[task] && !hasBoard ? (
            waiting
          ) : (
            <Suspense fallback={waiting}>
              <View />
            </Suspense>
          )}
        </main>
      </div>
    </div>
  )
}
