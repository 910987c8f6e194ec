import { memo } from 'react'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import { firstReport, incidentState, type Incident } from '../../../shared/domain/incident/incident.ts'
import type { SlaProfile } from '../../../shared/domain/sla/profile.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import { stageClocks } from '../../../shared/domain/sla/stageClock.ts'
import { useNow, useRoom } from '../../board/room.tsx'
import { Since } from '../../board/Since.tsx'
import { useRoomSelector } from '../../board/store.ts'
import { useKindName } from '../../board/useKindName.ts'
import { NatureMark, PoliceMissingMark, UrgencyMark } from '../../ui/marks.tsx'
import { StageBars } from '../../ui/StageBars.tsx'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import type { QueueRow } from './queueRows.ts'
import { queueWords } from './words.ts'

/** Only a critical report that nobody has, and a breach that nobody acknowledged, may flash. */
const flashOf = ({ incident, isWaiting }: QueueRow, isUnheard: boolean): 'critical' | 'breach' | 'none' => {
  if (incident.critical && isWaiting) return 'critical'
  return isUnheard && incident.breached.length > 0 ? 'breach' : 'none'
}

/** The clocks of a row; they alone are drawn again each second. */
const Clocks = memo(({ incident, profile }: { readonly incident: Incident; readonly profile: SlaProfile }) => {
  const now = useNow()
  return <StageBars clocks={stageClocks(incident, profile, now)} now={now} />
})
Clocks.displayName = 'Clocks'

const Holder = ({ row }: { readonly row: QueueRow }) => {
  const t = useWords(queueWords)
  const domain = useWords(domainWords)
  const { me } = useRoom()
  const looks = useRoomSelector((state) => state.presence.looks)
  const { incident } = row
  const others = looks.filter((look) => look.incident === incident.id && look.account !== me.id && look.account !== incident.holder?.id)
  const holder = incident.holder && (incident.holder.id === me.id ? t('heldByMe') : t('heldBy', { name: incident.holder.name }))
  const isPaused = incident.pauses.some((pause) => pause.to === null)
  const names = others.map((look) => look.name).join('、')
  // A duplicate that waits shows the question instead: is it the same?
  const isAsked = row.duplicate !== null && row.isWaiting
  return (
    <span className="xn-row-holder">
      {others.length > 0 && <span className="xn-looks">{t('looking', { names })} </span>}
      {isPaused && `‖ ${t('paused')} · `}
      {!isAsked && <span className="xn-row-state">{row.isWaiting ? t('waiting') : domain(`state.${incidentState(incident)}`)}</span>}
      {holder && ' · '}
      {holder && <span className={incident.holder?.id === me.id ? 'xn-mine' : undefined}>{holder}</span>}
    </span>
  )
}

type Props = {
  readonly row: QueueRow
  readonly profile: SlaProfile
  /** A breach of it that nobody has acknowledged. */
  readonly isUnheard: boolean
  readonly isCursor: boolean
  readonly isOpen: boolean
  /** These may be of an earlier render: they look up what they need when called. */
  readonly onOpen: (row: QueueRow) => void
  readonly onMerge: (row: QueueRow) => void
  readonly onDismiss: (row: QueueRow, of: IncidentId) => void
}

const Row = ({ row, profile, isUnheard, isCursor, isOpen, onOpen, onMerge, onDismiss }: Props) => {
  const t = useWords(queueWords)
  const domain = useWords(domainWords)
  const nameOf = useKindName()
  const { me } = useRoom()
  const { incident, duplicate } = row
  const report = firstReport(incident)
  const place = incident.place.text || report.placeText
  return (
    <li
      className="xn-row"
      data-cursor={isCursor}
      data-open={isOpen}
      data-flash={flashOf(row, isUnheard)}
      data-waiting={row.isWaiting}
      data-duplicate={duplicate !== null}
    >
      <button type="button" className="xn-row-main" aria-current={isCursor} tabIndex={isCursor ? 0 : -1} onClick={() => onOpen(row)}>
        <span className="xn-row-line">
          <UrgencyMark urgency={incident.urgency} />
          <strong className="xn-row-kind">{nameOf(incident.kind)}</strong>
          <NatureMark nature={incident.nature} />
          <PoliceMissingMark incident={incident} />
          <span className="xn-gap" />
          <span className="xn-num">{incident.id}</span>
          <span className="xn-num xn-row-age">
            <Since at={incident.openedAt} />
          </span>
        </span>
        <span className="xn-row-line xn-row-text">
          {place === '' ? <span className="xn-warn">{t('noPlace')}</span> : <span className="xn-row-place">{place}</span>}
          <span className="xn-dim xn-row-words">{report.text}</span>
        </span>
        <span className="xn-row-line">
          <Clocks incident={incident} profile={profile} />
        </span>
        <span className="xn-row-line xn-dim">
          <span>
            {duplicate
              ? t('duplicateOf', { of: duplicate.of, score: Math.round(duplicate.score * 100) })
              : domain(`channel.${report.channel}`)}
            {incident.reports.length > 1 && ` · ${t('callers', { count: incident.reports.length })}`}
          </span>
          <span className="xn-gap" />
          <Holder row={row} />
        </span>
      </button>
      {duplicate && mayDo(me.role, 'incidents.merge') && (
        <span className="xn-row-actions">
          <button type="button" tabIndex={-1} onClick={() => onMerge(row)}>
            {t('merge')} <kbd>M</kbd>
          </button>
          <button type="button" tabIndex={-1} onClick={() => onDismiss(row, duplicate.of)}>
            {t('notDuplicate')} <kbd>X</kbd>
          </button>
        </span>
      )}
    </li>
  )
}

const isSameRow = (a: QueueRow, b: QueueRow): boolean =>
  a.incident === b.incident &&
  a.isWaiting === b.isWaiting &&
  a.duplicate?.of === b.duplicate?.of &&
  a.duplicate?.score === b.duplicate?.score

/** One incident of the queue: what, where, how long, its clocks, who has it. Drawn again only when something of its own changed; its clocks each second. */
export const QueueRowView = memo(
  Row,
  (a, b) =>
    isSameRow(a.row, b.row) && a.profile === b.profile && a.isUnheard === b.isUnheard && a.isCursor === b.isCursor && a.isOpen === b.isOpen,
)
