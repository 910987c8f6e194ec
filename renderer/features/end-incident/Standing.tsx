import { Button } from 'antd'
import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { AskText } from '../../board/AskText.tsx'
import { CommandButton } from '../../board/CommandButton.tsx'
import { incidentSelected } from '../../board/deskSlice.ts'
import { useNow } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { useRoomDispatch } from '../../board/store.ts'
import { dayTime, nearTime, shortTime } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { endWords } from './words.ts'

/** 登记对方答复: what the other side said, by whoever hears it. */
const TransferAnswer = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(endWords)
  const send = useSend()
  const [accepted, setAccepted] = useState<boolean | null>(null)
  const about = { type: 'transfer.answer', incident: incident.id } as const
  const say = (note: string) =>
    accepted !== null && void send({ ...about, accepted, note }).then((answer) => void (answer?.ok && setAccepted(null)))
  return (
    <>
      <div className="xn-card-line xn-wrap">
        <span className="xn-warn">… {t('waitsAnswer')}</span>
        <CommandButton command={{ ...about, accepted: true, note: '' }} onAsk={() => setAccepted(true)}>
          {t('acceptIt')}
        </CommandButton>
        <CommandButton command={{ ...about, accepted: false, note: '' }} onAsk={() => setAccepted(false)}>
          {t('declineIt')}
        </CommandButton>
      </div>
      {accepted !== null && (
        <AskText
          key={String(accepted)}
          hint={t(accepted ? 'acceptHint' : 'declineHint')}
          ready={accepted ? [t('accept.taken'), t('accept.arranged')] : [t('decline.notTheirs'), t('decline.lacksFacts')]}
          onClose={() => setAccepted(null)}
          onText={say}
        />
      )}
    </>
  )
}

const Transfers = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(endWords)
  const last = incident.transfers.at(-1)
  return incident.transfers.map((transfer) => (
    <div key={transfer.at}>
      <div>{t('transferred', { to: transfer.town ?? t(`to.${transfer.to}`), at: dayTime(transfer.at), reason: transfer.reason })}</div>
      {transfer.answer && (
        <div className={transfer.answer.accepted ? 'xn-good' : 'xn-warn'}>
          {transfer.answer.accepted ? '✓' : '✕'} {t(transfer.answer.accepted ? 'accepted' : 'declined')}{' '}
          <span className="xn-num">{dayTime(transfer.answer.at)}</span> {transfer.answer.note}
        </div>
      )}
      {!transfer.answer && transfer === last && incident.end?.how === 'transferred' && <TransferAnswer incident={incident} />}
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
        {t('whistled', { matter: whistle.matter })} <span className="xn-dim xn-num">{t('due', { at: nearTime(whistle.dueAt, now) })}</span>
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
          key={department}
          hint={t('reportInHint', { department })}
          onClose={() => setDepartment(null)}
          onText={(person) => reportIn(department, person.slice(0, 40))}
        />
      )}
    </div>
  )
}

const mostStars = 5

const starSigns = (stars: number): string => '★'.repeat(stars) + '☆'.repeat(Math.max(0, mostStars - stars))

/** What is settled with others: transfers and their answers, whistles and who came, merged parts, the end and its rating. */
export const Standing = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(endWords)
  const dispatch = useRoomDispatch()
  const { end, rating, whistle, transfers, merged } = incident
  const hasEnd = end?.how === 'closed' || end?.how === 'cancelled'
  if (!hasEnd && !rating && !whistle && transfers.length === 0 && merged.length === 0) return null
  return (
    <section aria-label={t('standing')}>
      {end?.how === 'closed' && <div>{t('closedAs', { outcome: end.outcome, note: end.note })}</div>}
      {end?.how === 'cancelled' && <div>{t('cancelledAs', { reason: end.reason })}</div>}
      {rating && (
        <div>
          {t('rating')} <span aria-hidden>{starSigns(rating.stars)}</span> {t('stars', { stars: rating.stars })}{' '}
          <span className="xn-dim xn-num">{dayTime(rating.at)}</span>
          {rating.comment && <div>“{rating.comment}”</div>}
        </div>
      )}
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
