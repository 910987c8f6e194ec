import { Alert, Button, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import type { SlaProfile } from '../../../shared/domain/sla/profile.ts'
import { useBoard } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { flawOf, freeId } from './flawOf.ts'
import { ProfileFields } from './ProfileFields.tsx'
import { StageTable } from './StageTable.tsx'
import { useFlawSaid } from './useFlawSaid.ts'
import { limitWords } from './words.ts'
import './limits.css'

type Draft = { readonly profiles: readonly SlaProfile[]; readonly inForce: string }

/** 时限方案: which limits count, and what they are. Changed on the side, said to the room as a whole. */
export const SetLimits = () => {
  const t = useWords(limitWords)
  const isChinese = useIsChinese()
  const sayFlaw = useFlawSaid()
  const board = useBoard()
  const send = useSend()
  const kept: Draft = { profiles: board.profiles, inForce: board.profileInForce }
  const [draft, setDraft] = useState<Draft | null>(null)
  const [chosen, setChosen] = useState(board.profileInForce)
  const [isSending, setSending] = useState(false)

  const { profiles, inForce } = draft ?? kept
  const open = profiles.find(({ id }) => id === chosen) ?? profiles[0]
  const flawed = profiles.map((profile) => ({ profile, flaw: flawOf(profile) })).find(({ flaw }) => flaw !== null)
  const nameOf = ({ nameZh, nameEn }: SlaProfile) => (isChinese ? nameZh : nameEn)

  const change = (next: SlaProfile) => setDraft({ inForce, profiles: profiles.map((one) => (one.id === next.id ? next : one)) })
  const duplicate = (profile: SlaProfile) => {
    const id = freeId(profile.id, profiles)
    const copy = { ...profile, id, nameZh: `${profile.nameZh} 副本`.slice(0, 30), nameEn: `${profile.nameEn} (copy)`.slice(0, 60) }
    setDraft({ inForce, profiles: [...profiles, copy] })
    setChosen(id)
  }
  const remove = ({ id }: SlaProfile) => {
    setDraft({ inForce, profiles: profiles.filter((one) => one.id !== id) })
    setChosen(inForce)
  }
  const save = async () => {
    setSending(true)
    const answer = await send({ type: 'sla.set', profiles, inForce })
    setSending(false)
    if (answer?.ok) setDraft(null)
  }
  return (
    <>
      <TaskHead title={t('title')} lead={t('lead')}>
        {draft && <span className="xn-unsaved">● {t('unsaved')}</span>}
        <Button disabled={!draft} onClick={() => setDraft(null)}>
          {t('discard')}
        </Button>
        <Button type="primary" disabled={!draft || flawed !== undefined} loading={isSending} onClick={() => void save()}>
          {t('save')}
        </Button>
      </TaskHead>
      {flawed?.flaw && <Alert type="error" showIcon role="alert" title={sayFlaw(flawed.profile, flawed.flaw)} />}
      <div className="xn-profiles" role="tablist" aria-label={t('title')}>
        {profiles.map((profile) => (
          <button key={profile.id} type="button" role="tab" aria-selected={profile.id === open?.id} onClick={() => setChosen(profile.id)}>
            {nameOf(profile)}
            {profile.id === inForce && <span className="xn-in-force">✓ {t('inForce')}</span>}
          </button>
        ))}
      </div>
      {open && (
        <section className="xn-panel xn-profile" role="tabpanel" aria-label={nameOf(open)}>
          <Space wrap>
            <Button type="primary" ghost disabled={open.id === inForce} onClick={() => setDraft({ profiles, inForce: open.id })}>
              {t('makeInForce')}
            </Button>
            <Button disabled={profiles.length >= 20} onClick={() => duplicate(open)}>
              {t('duplicate')}
            </Button>
            <Popconfirm title={t('removeAsk', { profile: nameOf(open) })} disabled={open.id === inForce} onConfirm={() => remove(open)}>
              <Button danger disabled={open.id === inForce} title={open.id === inForce ? t('isInForce') : undefined}>
                {t('remove')}
              </Button>
            </Popconfirm>
          </Space>
          <ProfileFields profile={open} onChange={change} />
          <StageTable stages={open.stages} onChange={(stages) => change({ ...open, stages })} />
        </section>
      )}
    </>
  )
}
