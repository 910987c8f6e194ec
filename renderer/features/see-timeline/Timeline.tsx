import { Button, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { RecordedEvent } from '../../../shared/domain/event.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomSelector } from '../../board/store.ts'
import { useNames } from '../../board/useNames.ts'
import { PhotoStrip } from '../../ui/PhotoStrip.tsx'
import { actorText } from '../../ui/actorText.ts'
import { eventGroup, eventText, type EventGroup, type Names } from '../../ui/eventText.ts'
import { clockTime, dayTime } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { cameLate, historyMark, inOrder, narrowed, partOf, photosOf } from '../../board/history.ts'
import { timelineWords } from './words.ts'
import './see-timeline.css'

type Loaded = { readonly incident: IncidentId; readonly events: readonly RecordedEvent[] } | 'failed' | null

/** The incident's history, asked again whenever something happened to it; the last answer wins. */
const useHistory = (incident: IncidentId) => {
  const { feed } = useRoom()
  const mark = useRoomSelector((state) => (state.board ? historyMark(state.board, incident) : ''))
  const [loaded, setLoaded] = useState<Loaded>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isOver = false
    feed.ask('incident:history', { incident }).then(
      (events) => void (isOver || setLoaded({ incident, events: inOrder(events) })),
      () => void (isOver || setLoaded((known) => (known !== 'failed' && known?.incident === incident ? known : 'failed'))),
    )
    return () => {
      isOver = true
    }
  }, [feed, incident, mark, round])
  return { loaded, again: () => setRound(round + 1) }
}

const signs: Readonly<Record<EventGroup, string>> = { report: '☎', people: '✎', notes: '¶', units: '➤', clock: '◷', room: '⌂' }

type HappenedProps = { readonly recorded: RecordedEvent; readonly names: Names; readonly about: IncidentId }

const Happened = ({ recorded, names, about }: HappenedProps) => {
  const t = useWords(timelineWords)
  const { at, doneAt, by, event } = recorded
  const isBad =
    event.type === 'stage.breached' || event.type === 'sos.raised' || event.type === 'unit.returned' || event.type === 'unit.overdue'
  const part = partOf(recorded, about)
  return (
    <li className="xn-happened" data-group={eventGroup(event.type)} data-bad={isBad}>
      <time className="xn-num" title={dayTime(doneAt ?? at)}>
        {clockTime(doneAt ?? at)}
      </time>
      <span className="xn-happened-sign" aria-hidden>
        {signs[eventGroup(event.type)]}
      </span>
      <span className="xn-happened-text">
        {part && <span className="xn-tag xn-num">{part}</span>} {eventText(event, names)}
        {cameLate(recorded) && <span className="xn-late xn-num">{t('arrivedLate', { at: clockTime(at) })}</span>}
        <span className="xn-dim"> · {actorText(by, names)}</span>
        <PhotoStrip photos={photosOf(recorded)} />
      </span>
    </li>
  )
}

const filters: readonly (EventGroup | 'all')[] = ['all', 'notes', 'units', 'clock', 'people']

/** Everything that happened to an incident: when, what, by whom; from the journal, and again as it goes on. */
export const Timeline = ({ incident }: { readonly incident: IncidentId }) => {
  const t = useWords(timelineWords)
  const common = useWords(domainWords)
  const names = useNames()
  const { loaded, again } = useHistory(incident)
  const [group, setGroup] = useState<EventGroup | 'all'>('all')
  const end = useRef<HTMLOListElement>(null)
  const count = loaded !== 'failed' ? (loaded?.events.length ?? 0) : 0
  useEffect(() => {
    if (end.current) end.current.scrollTop = end.current.scrollHeight
  }, [count])

  if (loaded === 'failed') {
    return (
      <div className="xn-empty" role="alert">
        {common('loadFailed')}
        <Button size="small" onClick={again}>
          {common('again')}
        </Button>
      </div>
    )
  }
  if (loaded === null || loaded.incident !== incident) return <Spin className="xn-timeline-wait" size="small" />
  const shown = narrowed(loaded.events, group)
  return (
    <section className="xn-timeline" aria-label={t('title')}>
      <div className="xn-timeline-bar" role="group" aria-label={t('filter')}>
        {filters.map((one) => (
          <button key={one} type="button" className="xn-chip" aria-pressed={group === one} onClick={() => setGroup(one)}>
            {t(one)} <span className="xn-num xn-dim">{narrowed(loaded.events, one).length}</span>
          </button>
        ))}
      </div>
      {shown.length === 0 && <p className="xn-dim xn-timeline-none">{t('empty')}</p>}
      <ol ref={end} tabIndex={0} aria-label={t('title')}>
        {shown.map((recorded) => (
          <Happened key={recorded.position} recorded={recorded} names={names} about={incident} />
        ))}
      </ol>
    </section>
  )
}
