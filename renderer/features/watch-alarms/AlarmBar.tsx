import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import type { Alarm } from '../../../shared/domain/sla/alarm.ts'
import { alarmList, isSameAlarmList, type AlarmList } from '../../board/alarmList.ts'
import { muteChosen } from '../../board/deskSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { refusalOf, useSend } from '../../board/send.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useKeys } from '../../ui/keys.ts'
import { useWords } from '../../ui/words.ts'
import { AlarmRow, UntakenRow } from './AlarmRow.tsx'
import { criesOf } from './soundPlan.ts'
import type { SpeakerState } from './speaker.ts'
import { useHeldRows } from '../../ui/useHeldRows.ts'
import { useAlarmSound } from './useAlarmSound.ts'
import { useTellAlarms } from './useTellAlarms.ts'
import { alarmWords } from './words.ts'
import './watch-alarms.css'

/** Rows to scroll through before somebody asks for all of them: a storm holds thousands. */
const rowsShown = 3

/** The count stands in the title of the window, so that it is seen on a tab that is not in front. */
const useTitleCount = (count: number) => {
  useEffect(() => {
    const bare = document.title.replace(/^\(\d+\) /, '')
    document.title = count > 0 ? `(${count}) ${bare}` : bare
    return () => {
      document.title = document.title.replace(/^\(\d+\) /, '')
    }
  }, [count])
}

const SoundState = ({ state, wake }: { readonly state: SpeakerState; readonly wake: () => void }) => {
  const t = useWords(alarmWords)
  const dispatch = useRoomDispatch()
  const isMuted = useRoomSelector((store) => store.desk.isMuted)
  if (isMuted) {
    return (
      <div className="xn-alarm-sound" role="status">
        <span aria-hidden>✕</span> {t('muted')}
        <Button size="small" onClick={() => dispatch(muteChosen(false))}>
          {t('unmute')}
        </Button>
      </div>
    )
  }
  if (state === 'ready') return null
  return (
    <div className="xn-alarm-sound" role="status">
      <span aria-hidden>✕</span> {t(state === 'waiting' ? 'needsTouch' : 'noSound')}
      {state === 'waiting' && (
        <Button size="small" onClick={wake}>
          {t('enable')}
        </Button>
      )}
    </div>
  )
}

type Row =
  | { readonly id: string; readonly alarm: Alarm; readonly incident: null }
  | { readonly id: string; readonly alarm: null; readonly incident: Incident }

/** Alarms highest first; a critical report that nobody has stands behind what climbed and behind an SOS, before all else. */
const rowsOf = ({ mine, untaken }: AlarmList): readonly Row[] => {
  const quiet = mine.findIndex((alarm) => alarm.level === 'operator' && alarm.cause.kind !== 'sos')
  const cut = quiet === -1 ? mine.length : quiet
  const alarms = mine.map((alarm): Row => ({ id: alarm.id, alarm, incident: null }))
  return [...alarms.slice(0, cut), ...untaken.map((incident): Row => ({ id: incident.id, alarm: null, incident })), ...alarms.slice(cut)]
}

const noAlarms: AlarmList = { mine: [], untaken: [] }

/** Everything unacknowledged that this person must know, on top of the console; it sounds until someone answers. */
export const AlarmBar = () => {
  const t = useWords(alarmWords)
  const room = useRoom()
  const send = useSend()
  const isMuted = useRoomSelector((state) => state.desk.isMuted)
  const [isWhole, setIsWhole] = useState(false)
  const { role } = room.me
  const mayTake = mayDo(role, 'incident.take')
  const list = useRoomSelector(({ board }) => (board ? alarmList(board, role) : noAlarms), isSameAlarmList)
  const cries = useMemo(() => criesOf(list, mayTake), [list, mayTake])
  const { state, wake } = useAlarmSound(cries, isMuted)
  const count = list.mine.length + list.untaken.length
  useTitleCount(count)
  useTellAlarms(list)
  useKeys({
    a: () => {
      const first = list.mine.find((alarm) => refusalOf(room, { type: 'alarm.acknowledge', alarm: alarm.id }) === null)
      if (!first) return false
      void send({ type: 'alarm.acknowledge', alarm: first.id })
    },
  })

  const { held, touched, left } = useHeldRows(useMemo(() => rowsOf(list), [list]))
  const shown = isWhole ? held : held.slice(0, rowsShown)
  return (
    // The strip is as high without an alarm as with a hundred: what a hand is about to press below never moves.
    <section
      className="xn-alarms"
      aria-label={t('title')}
      data-count={count}
      data-whole={isWhole && count > 1}
      onPointerMove={touched}
      onPointerLeave={left}
    >
      {count === 0 && <div className="xn-alarms-none xn-dim">{t('none')}</div>}
      {count > 0 && (
        <ul aria-live="polite">
          {shown.map(({ id, alarm, incident }) =>
            alarm ? (
              <AlarmRow key={id} alarm={alarm} isFirst={alarm === list.mine[0]} />
            ) : (
              <UntakenRow key={id} incident={incident} mayTake={mayTake} />
            ),
          )}
        </ul>
      )}
      <div className="xn-alarms-foot">
        <SoundState state={state} wake={wake} />
        {count > 1 && (
          <Button size="small" type="text" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? t('less') : t('all', { number: count })}
          </Button>
        )}
      </div>
    </section>
  )
}
