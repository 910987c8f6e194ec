import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Opinion, OpinionAnswer } from '../../../shared/contracts/opinion.ts'
import { isOpen, type Incident } from '../../../shared/domain/incident/incident.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import type { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { useBlocked } from '../../board/CommandButton.tsx'
import { kindLookedUp } from '../../board/deskSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomDispatch } from '../../board/store.ts'
import { useKindName } from '../../board/useKindName.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { opinionWords } from './opinionWords.ts'
import { QuestionLine } from './QuestionLine.tsx'

type Asked = OpinionAnswer | { readonly state: 'asking' } | { readonly state: 'failed' }

const asking: Asked = { state: 'asking' }

/** Where the room has a model, the matter is open and the role works on incidents. */
export const useOpinionOffered = (incident: Incident): boolean => {
  const { me, hasSecondOpinion } = useRoom()
  return hasSecondOpinion && isOpen(incident) && mayDo(me.role, 'incident.amend')
}

/** Opens and closes the second opinion; opening it is what asks the model. */
export const OpinionToggle = ({ isShown, onTurn }: { readonly isShown: boolean; readonly onTurn: () => void }) => {
  const t = useWords(opinionWords)
  return (
    <Button size="small" type="text" className="xn-dim" aria-expanded={isShown} onClick={onTurn}>
      {isShown ? '▾' : '▸'} {t('title')}
    </Button>
  )
}

const useOpinion = ({ id, reports }: Incident) => {
  const { feed } = useRoom()
  const language = useIsChinese() ? 'zh' : 'en'
  const about = `${id} ${reports.length} ${language}`
  const [heard, setHeard] = useState<{ readonly about: string; readonly said: Asked } | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isOld = false
    const hear = (said: Asked) => void (isOld || setHeard({ about, said }))
    feed.ask('opinion:ask', { incident: id, language }).then(
      (answer) => hear(answer.ok ? answer.answer : { state: 'failed' }),
      () => hear({ state: 'failed' }),
    )
    return () => {
      isOld = true
    }
  }, [feed, id, language, about, round])
  const again = () => {
    setHeard(null)
    setRound(round + 1)
  }
  return { said: heard?.about === about ? heard.said : asking, again }
}

const OpinionKind = ({ incident, kind }: { readonly incident: Incident; readonly kind: KindCode | null }) => {
  const t = useWords(opinionWords)
  const dispatch = useRoomDispatch()
  const nameOf = useKindName()
  const isBlocked = useBlocked({ type: 'incident.amend', incident: incident.id, changes: {}, was: {} }) !== null
  if (kind === null) return <div className="xn-dim">{t('noKind')}</div>
  const isSame = kind === incident.kind
  return (
    <div className="xn-card-line xn-wrap">
      <span>{t('kind', { kind: nameOf(kind) })}</span>
      {isSame ? (
        <span className="xn-dim">{t('same')}</span>
      ) : (
        <>
          <span className="xn-warn">≠ {t('differs', { kind: nameOf(incident.kind) })}</span>
          <Button size="small" disabled={isBlocked} onClick={() => dispatch(kindLookedUp(kind))}>
            {t('lookUp')}
          </Button>
        </>
      )}
    </div>
  )
}

const Given = ({ incident, opinion }: { readonly incident: Incident; readonly opinion: Opinion }) => {
  const t = useWords(opinionWords)
  return (
    <>
      <div className="xn-opinion-words">{opinion.summary}</div>
      <OpinionKind incident={incident} kind={opinion.kind} />
      <QuestionLine title={t('questions')} questions={opinion.questions} />
    </>
  )
}

/** 第二意见: what a model of the room makes of the words, marked as such. It is shown, and does nothing. */
export const SecondOpinion = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(opinionWords)
  const { said, again } = useOpinion(incident)
  return (
    <div className="xn-opinion" role="region" aria-label={t('title')} data-state={said.state}>
      <div className="xn-dim">{t('mark')}</div>
      <div role="status">
        {said.state === 'asking' && <span>{t('asking')}</span>}
        {said.state === 'given' && <Given incident={incident} opinion={said.opinion} />}
        {(said.state === 'none' || said.state === 'failed') && (
          <div className="xn-card-line">
            <span>{said.state === 'none' ? t(`none.${said.why}`) : t('failed')}</span>
            <Button size="small" onClick={again}>
              {t('again')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
