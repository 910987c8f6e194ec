import { useEffect, useMemo, useRef } from 'react'
import type { OpenAlarm } from '../../../shared/contracts/desk.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import type { Alarm } from '../../../shared/domain/sla/alarm.ts'
import { incidentOf } from '../../../shared/domain/board/board.ts'
import type { AlarmList } from '../../board/alarmList.ts'
import { hasMap, useDeskWindow } from '../../board/deskWindow.ts'
import { useRoom } from '../../board/room.tsx'
import { useNames } from '../../board/useNames.ts'
import { deskOf } from '../../feed/desk.ts'
import { useWords } from '../../ui/words.ts'
import { causeText } from './causeText.ts'
import { alarmWords } from './words.ts'

/** As many as the desktop takes. */
const mostTold = 500
const longestTitle = 120
const longestText = 200

/**
 * Tells the desktop app what stands unacknowledged, whenever it changes, so that it can be seen with no window in front.
 *
 * A notification lies open on the screen: it names the incident and its kind, and neither the place nor the caller.
 */
export const useTellAlarms = ({ mine, untaken }: AlarmList): void => {
  const t = useWords(alarmWords)
  const names = useNames()
  const { store } = useRoom()
  const own = useDeskWindow()
  const isTelling = deskOf(window) !== null && (own.region === 'all' || !hasMap(own))

  const alarms = useMemo((): readonly OpenAlarm[] => {
    if (!isTelling) return []
    const { board } = store.getState()
    const matter = (incident: Incident | undefined) => (incident ? `${incident.id} ${names.kind(incident.kind)}` : '')
    const told = ({ id, cause, level, incident }: Alarm): OpenAlarm => ({
      id,
      title: causeText(cause, t, names).slice(0, longestTitle),
      text: matter(board && incident ? incidentOf(board, incident) : undefined).slice(0, longestText),
      isLoud: cause.kind === 'sos' || level !== 'operator',
    })
    const critical = (incident: Incident): OpenAlarm => ({
      id: `critical:${incident.id}`,
      title: t('cause.critical'),
      text: matter(incident).slice(0, longestText),
      isLoud: true,
    })
    return [...untaken.map(critical), ...mine.map(told)].slice(0, mostTold)
  }, [isTelling, store, mine, untaken, names, t])

  const last = useRef('')
  useEffect(() => {
    if (!isTelling) return
    const written = JSON.stringify(alarms)
    if (written === last.current) return
    last.current = written
    deskOf(window)
      ?.ask('alarms:are', { alarms })
      .catch(() => {})
  }, [isTelling, alarms])

  // Who has signed out is asked for nothing any more.
  useEffect(() => {
    if (!isTelling) return
    return () => {
      last.current = ''
      deskOf(window)
        ?.ask('alarms:are', { alarms: [] })
        .catch(() => {})
    }
  }, [isTelling])
}
