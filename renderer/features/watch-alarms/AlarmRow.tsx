import { Button } from 'antd'
import { memo } from 'react'
import type { AlarmCause } from '../../../shared/domain/sla/alarm.ts'
import type { Alarm } from '../../../shared/domain/sla/alarm.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { alarmPlace } from '../../board/alarmList.ts'
import { CommandButton } from '../../board/CommandButton.tsx'
import { incidentSelected, mapAsked, unitSelected } from '../../board/deskSlice.ts'
import { useNow, useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useNames } from '../../board/useNames.ts'
import { incidentOf, unitOf } from '../../../shared/domain/board/board.ts'
import { clockTime, span } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { causeText } from './causeText.ts'
import { alarmWords } from './words.ts'

const signs: Readonly<Record<AlarmCause['kind'], string>> = {
  sos: 'SOS',
  help: '＋',
  limit: '✕',
  returned: '↩',
  unaccepted: '…',
  whistle: '⚑',
}

const Since = ({ at }: { readonly at: number }) => {
  const t = useWords(alarmWords)
  return <span className="xn-num xn-dim">{t('raised', { since: clockTime(at), for: span(useNow() - at) })}</span>
}

/** 定位: the map goes to the unit in danger, by its newest fix, else by the point it sent. */
const useLocate = (unit: (AlarmCause & { kind: 'sos' })['unit']) => {
  const { store } = useRoom()
  const dispatch = useRoomDispatch()
  return () => {
    const { board } = store.getState()
    const known = board ? unitOf(board, unit) : undefined
    const point = known?.sos?.point ?? known?.definition.home
    dispatch(unitSelected(unit))
    if (point) dispatch(mapAsked({ point, zoom: 17, unit }))
  }
}

const Locate = ({ unit }: { readonly unit: (AlarmCause & { kind: 'sos' })['unit'] }) => {
  const t = useWords(alarmWords)
  const locate = useLocate(unit)
  return (
    <Button size="small" onClick={locate}>
      {t('locate')}
    </Button>
  )
}

const proposes: readonly AlarmCause['kind'][] = ['limit', 'unaccepted', 'returned', 'help']

const AlarmLine = ({ alarm, isFirst }: { readonly alarm: Alarm; readonly isFirst: boolean }) => {
  const t = useWords(alarmWords)
  const dispatch = useRoomDispatch()
  const names = useNames()
  const { incident, cause, level } = alarm
  const place = useRoomSelector(({ board }) => (board ? alarmPlace(board, alarm) : ''))
  const isHeld = useRoomSelector(({ board }) => !board || !incident || (incidentOf(board, incident)?.holder ?? null) !== null)
  const kind = useRoomSelector(({ board }) => (board && incident ? incidentOf(board, incident)?.kind : undefined))
  const said = causeText(cause, t, names)
  const open = () => dispatch(incidentSelected(incident))
  return (
    <li className="xn-alarm" data-level={level} data-kind={cause.kind}>
      <span className="xn-alarm-sign" aria-hidden>
        {signs[cause.kind]}
      </span>
      <strong className="xn-alarm-what">{said}</strong>
      <span className="xn-alarm-where">
        {incident && <span className="xn-num">{incident} </span>}
        {kind && `${names.kind(kind)} `}
        <span className="xn-dim">{place}</span>
      </span>
      <span className="xn-alarm-level">{alarm.climbedAt !== null && `${t(`level.${level}`)} ↑ ${t('climbed')}`}</span>
      <Since at={alarm.raisedAt} />
      <span className="xn-alarm-next">→ {t(`next.${cause.kind}`)}</span>
      <span className="xn-alarm-acts">
        {cause.kind === 'sos' && <Locate unit={cause.unit} />}
        {incident && (
          <Button size="small" onClick={open}>
            {t(isHeld && proposes.includes(cause.kind) ? 'nextBest' : 'open')}
          </Button>
        )}
        <CommandButton type="primary" command={{ type: 'alarm.acknowledge', alarm: alarm.id }}>
          {t('acknowledge')} {isFirst && <kbd>A</kbd>}
        </CommandButton>
      </span>
    </li>
  )
}

/** One alarm: how high, what, where, since when, what to do next, and the buttons for it. */
export const AlarmRow = memo(AlarmLine)

/** A critical report that nobody has taken: it sounds like an alarm, and is answered by taking it. */
export const UntakenRow = ({ incident, mayTake }: { readonly incident: Incident; readonly mayTake: boolean }) => {
  const t = useWords(alarmWords)
  const names = useNames()
  const dispatch = useRoomDispatch()
  const open = () => dispatch(incidentSelected(incident.id))
  return (
    <li className="xn-alarm" data-kind="critical">
      <span className="xn-alarm-sign" aria-hidden>
        ▲▲
      </span>
      <strong className="xn-alarm-what">{t('cause.critical')}</strong>
      <span className="xn-alarm-where">
        <span className="xn-num">{incident.id} </span>
        {names.kind(incident.kind)} <span className="xn-dim">{incident.place.text}</span>
      </span>
      <span className="xn-alarm-level" />
      <Since at={incident.openedAt} />
      <span className="xn-alarm-next">→ {t('next.critical')}</span>
      <span className="xn-alarm-acts">
        <Button size="small" onClick={open}>
          {t('open')}
        </Button>
        {mayTake && (
          <CommandButton type="primary" danger command={{ type: 'incident.take', incident: incident.id }} onDone={open}>
            {t('take')}
          </CommandButton>
        )}
      </span>
    </li>
  )
}
