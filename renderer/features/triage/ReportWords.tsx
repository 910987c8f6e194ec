import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import type { Mark, Report } from '../../../shared/domain/incident/report.ts'
import { useRoom } from '../../board/room.tsx'
import { newCommandId } from '../../board/send.ts'
import { noticed } from '../../board/noticeSlice.ts'
import { useRoomDispatch } from '../../board/store.ts'
import { useMinute } from '../../board/useMinute.ts'
import { NoAnswer } from '../../feed/feed.ts'
import { PhotoStrip } from '../../ui/PhotoStrip.tsx'
import { dayTime, nearTime } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { Cautions } from './Cautions.tsx'
import { AskNext } from './AskNext.tsx'
import { markPieces } from './markPieces.ts'
import { OpinionToggle, SecondOpinion, useOpinionOffered } from './SecondOpinion.tsx'
import { triageWords } from './words.ts'

const tones: readonly Mark['tone'][] = ['danger', 'police', 'kind', 'place', 'harmless']

/** The caller's words, those that decided the classification marked; each tone has its own underline beside its colour. */
export const MarkedText = ({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) => {
  const t = useWords(triageWords)
  return (
    <p className="xn-words">
      {markPieces(text, marks).map((piece, i) =>
        piece.tone === null ? (
          <span key={i}>{piece.text}</span>
        ) : (
          <mark key={i} data-tone={piece.tone} title={t(`tone.${piece.tone}`)}>
            {piece.text}
          </mark>
        ),
      )}
    </p>
  )
}

const Phone = ({ incident, report }: { readonly incident: Incident; readonly report: Report }) => {
  const t = useWords(triageWords)
  const { feed } = useRoom()
  const dispatch = useRoomDispatch()
  const [clear, setClear] = useState<string | null>(null)
  const { phone } = report.caller
  if (phone === null) return <span className="xn-dim">{t('noPhone')}</span>
  const reveal = async () => {
    const id = newCommandId()
    try {
      const answer = await feed.ask('phone:reveal', { id, incident: incident.id, report: report.id, purpose: '' })
      if (answer.ok) return setClear(answer.phone)
      dispatch(noticed({ id, at: feed.now(), kind: 'refused', refusal: answer.refusal }))
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      dispatch(noticed({ id, at: feed.now(), kind: 'refused', refusal: { reason: 'cannot-keep' } }))
    }
    return undefined
  }
  return (
    <span className="xn-num">
      {clear ?? phone}{' '}
      {clear === null && (
        <Tooltip title={t('revealWhy')}>
          <Button size="small" type="link" onClick={() => void reveal()}>
            {t('reveal')}
          </Button>
        </Tooltip>
      )}
    </span>
  )
}

/** Shown to the minute, so a difference under one is none. */
const isSaidEarlier = (report: Report): report is Report & { readonly saidAt: number } =>
  report.saidAt !== null && dayTime(report.saidAt) !== dayTime(report.receivedAt)

const OneReport = ({
  incident,
  report,
  marks,
}: {
  readonly incident: Incident
  readonly report: Report
  readonly marks: readonly Mark[]
}) => {
  const t = useWords(triageWords)
  const domain = useWords(domainWords)
  const now = useMinute()
  return (
    <article className="xn-report">
      <div className="xn-facts xn-dim">
        <span className="xn-num" title={dayTime(report.receivedAt)}>
          {t('reportAt', { channel: domain(`channel.${report.channel}`), at: nearTime(report.receivedAt, now) })}
        </span>
        {isSaidEarlier(report) && (
          <span className="xn-num" title={dayTime(report.saidAt)}>
            {t('saidAt', { at: nearTime(report.saidAt, now) })}
          </span>
        )}
        {report.outsideId && <span className="xn-num">{t('outside', { id: report.outsideId })}</span>}
      </div>
      <MarkedText text={report.text} marks={marks} />
      <PhotoStrip photos={report.photos} />
      <div className="xn-facts">
        <span>{report.caller.name ?? t('unknownCaller')}</span>
        <Phone incident={incident} report={report} />
      </div>
    </article>
  )
}

/** Everything callers said, of merged reports too, with a legend of the marks. */
export const ReportWords = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const isOffered = useOpinionOffered(incident)
  const [isOpinionShown, setOpinionShown] = useState(false)
  const { marks } = incident.assessment
  const used = tones.filter((tone) => marks.some((mark) => mark.tone === tone))
  return (
    <section aria-label={t('words')}>
      <div className="xn-card-line">
        <h3>{t('words')}</h3>
        {isOffered && <OpinionToggle isShown={isOpinionShown} onTurn={() => setOpinionShown(!isOpinionShown)} />}
        <span className="xn-gap" />
        {used.map((tone) => (
          <mark key={tone} data-tone={tone} className="xn-tone">
            {t(`tone.${tone}`)}
          </mark>
        ))}
      </div>
      {incident.reports.map((report, i) => (
        <OneReport key={report.id} incident={incident} report={report} marks={i === 0 ? marks : []} />
      ))}
      <Cautions incident={incident} />
      <AskNext incident={incident} />
      {isOffered && isOpinionShown && <SecondOpinion incident={incident} />}
    </section>
  )
}
