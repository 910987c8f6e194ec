import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { ManagedPass } from '../../../shared/contracts/wall.ts'
import { WallPlan, type Wall } from '../../../shared/domain/wall/wall.ts'
import { useBoard } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { useAsked } from '../../ui/useAsked.ts'
import { useWords } from '../../ui/words.ts'
import { Passes } from './Passes.tsx'
import { PlanFields } from './PlanFields.tsx'
import { arrangeWords } from './words.ts'
import './arrange-walls.css'

const firstPlan: Omit<WallPlan, 'name'> = {
  pages: ['map', 'figures', 'stages', 'eyes'],
  secondsPerPage: 20,
  theme: 'dark',
  language: 'zh-CN',
  hasSound: false,
}

type Given = { readonly passes: readonly ManagedPass[]; readonly reload: () => void }

const OneWall = ({ wall, passes, reload }: Given & { readonly wall: Wall }) => {
  const t = useWords(arrangeWords)
  const send = useSend()
  const [draft, setDraft] = useState<WallPlan | null>(null)
  const plan = draft ?? wall.plan
  const save = async () => {
    const answer = await send({ type: 'wall.arrange', wall: wall.id, plan: { ...plan, name: plan.name.trim() } })
    if (answer?.ok) setDraft(null)
  }
  return (
    <article className="xn-panel xn-wall-card" aria-label={wall.plan.name}>
      <h3>{wall.plan.name}</h3>
      <PlanFields plan={plan} onChange={setDraft} />
      <div className="xn-wall-buttons">
        <Button type="primary" disabled={!draft || !WallPlan.safeParse(draft).success} onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button disabled={!draft} onClick={() => setDraft(null)}>
          {t('discard')}
        </Button>
        <Popconfirm title={t('removeAsk', { wall: wall.plan.name })} onConfirm={() => void send({ type: 'wall.remove', wall: wall.id })}>
          <Button danger>{t('remove')}</Button>
        </Popconfirm>
      </div>
      <Passes wall={wall} passes={passes} reload={reload} />
    </article>
  )
}

const NewWall = ({ isFirst }: { readonly isFirst: boolean }) => {
  const t = useWords(arrangeWords)
  const send = useSend()
  const [draft, setDraft] = useState<WallPlan>({ ...firstPlan, name: isFirst ? t('firstName') : '' })
  const hang = async () => {
    const answer = await send({ type: 'wall.arrange', wall: null, plan: { ...draft, name: draft.name.trim() } })
    if (answer?.ok) setDraft({ ...firstPlan, name: '' })
  }
  return (
    <article className="xn-panel xn-wall-card" aria-label={t('fresh')}>
      <h3>{t('fresh')}</h3>
      {isFirst && <p className="xn-dim">{t('empty')}</p>}
      <PlanFields plan={draft} onChange={setDraft} />
      <div className="xn-wall-buttons">
        <Button type="primary" disabled={!WallPlan.safeParse(draft).success} onClick={() => void hang()}>
          {t('hang')}
        </Button>
      </div>
    </article>
  )
}

/** 大屏: how each is arranged, and the passes by which they enter. */
export const ArrangeWalls = () => {
  const t = useWords(arrangeWords)
  const board = useBoard()
  const { asked, reload } = useAsked<{ passes: readonly ManagedPass[] }>('/api/manage/walls/passes')
  return (
    <>
      <TaskHead title={t('title')} lead={t('lead')} />
      <AskedView asked={asked} reload={reload}>
        {({ passes }) => (
          <div className="xn-wall-cards">
            {board.walls.map((wall) => (
              <OneWall key={wall.id} wall={wall} passes={passes} reload={reload} />
            ))}
            <NewWall isFirst={board.walls.length === 0} />
          </div>
        )}
      </AskedView>
    </>
  )
}
