import { Button } from 'antd'
import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { AskText } from '../../board/AskText.tsx'
import { CommandButton } from '../../board/CommandButton.tsx'
import { incidentSelected } from '../../board/deskSlice.ts'
import { useNow } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { useRoomDispatch } from '../../board/store.ts'
import { dayTime, shortTime } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { endWords } from './words.ts'

const Transfers = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(endWords)
  const send = useSend()
  const [answering, setAnswering] = useState<boolean | null>(null)
  const about = { type: 'transfer.answer', incident: incident.id } as const
  return incident.transfers.map((transfer, i) => (
    <div key={transfer.at}>
      <div>{t('transferred', { to: transfer.town ?? t(`to.${transfer.to}`), at: dayTime(transfer.at), reason: transfer.reason })}</div>
      {transfer.answer && (
        <div className={transfer.answer.accepted ? 'xn-good' : 'xn-warn'}>
          {t(transfer.answer.accepted ? 'accepted' : 'declined')} {transfer.answer.note}
        </div>
      )}
      {!transfer.answer && i === incident.transfers.length - 1 && incident.end?.how === 'transferred' && (
        <div className="xn-card-line xn-wrap">
          <span className="xn-warn">{t('waitsAnswer')}</span>
          <CommandButton command={{ ...about, accepted: true, note: '' }} onAsk={() => setAnswering(true)}>
            {t('acceptIt')}
          </CommandButton>
          <CommandButton command={{ ...about, accepted: false, note: '' }} onAsk={() => setAnswering(false)}>
            {t('declineIt')}
          </CommandButton>
        </div>
      )}
      {answering !== null && !transfer.answer && (
        <AskText
          hint={t('answerHint')}
          onClose={() => setAnswering(null)}
          onText={(note) => void send({ ...about, accepted: answering, note }).then((answer) => void (answer?.ok && setAnswering(null)))}
        />
      )}
    </div>
  ))
}

const WhistleView = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(endWords)
  const send = useSend()
  const now = useNow()
  const [department, setDepartment] = useState<string | null>(null)
  const { whistle } = incident
  if (!whistle) return null
  const isLate = now > whistle.dueAt
  const reportIn = (name: string, person: string) =>
    void send({ type: 'department.reportIn', incident: incident.id, department: name, person }).then(
      (answer) => void (answer?.ok && setDepartment(null)),
    )
  return (
    <div>
      <div>
        {t('whistled', { matter: whistle.matter })} <span className="xn-dim xn-num">{t('due', { at: dayTime(whistle.dueAt) })}</span>
      </div>
      <ul className="xn-plain">
        {whistle.departments.map(({ name, reportedIn }) => (
          <li key={name} className="xn-card-line">
            <span>{name}</span>
            <span className="xn-gap" />
            {reportedIn && <span className="xn-good">✓ {t('reportedIn', { by: reportedIn.by, at: shortTime(reportedIn.at) })}</span>}
            {!reportedIn && (
              <span className={isLate ? 'xn-danger' : 'xn-warn'}>
                {isLate ? '✕' : '…'} {t('notYet')}
              </span>
            )}
            {!reportedIn && (
              <CommandButton
                command={{ type: 'department.reportIn', incident: incident.id, department: name, person: '-' }}
                onAsk={() => setDepartment(name)}
              >
                {t('reportIn')}
              </CommandButton>
            )}
          </li>
        ))}
      </ul>
      {department !== null && (
        <AskText
          hint={t('reportInHint')}
          onClose={() => setDepartment(null)}
          onText={(person) => reportIn(department, person.slice(0, 40))}
        />
      )}
    </div>
  )
}

/** What is settled with others: transfers and their answers, whistles and who came, merged parts, the end and its rating. */
export const Standing = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(endWords)
  const dispatch = useRoomDispatch()
  const { end, rating, whistle, transfers, merged } = incident
  const hasEnd = end?.how === 'closed' || end?.how === 'cancelled'
  if (!hasEnd && !rating && !whistle && transfers.length === 0 && merged.length === 0) return null
  return (
    <section>
      {end?.how === 'closed' && <div>{t('closedAs', { outcome: end.outcome, note: end.note })}</div>}
      {end?.how === 'cancelled' && <div>{t('cancelledAs', { reason: end.reason })}</div>}
      {rating && <div>{t('rating', { stars: rating.stars, comment: rating.comment })}</div>}
      <Transfers incident={incident} />
      <WhistleView incident={incident} />
      {merged.length > 0 && (
        <div className="xn-card-line xn-wrap">
          <span className="xn-dim">{t('mergedHere', { ids: '' })}</span>
          {merged.map((id) => (
            <Button key={id} size="small" type="link" onClick={() => dispatch(incidentSelected(id))}>
              {id}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
