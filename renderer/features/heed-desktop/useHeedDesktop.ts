import { incidentOf } from '../../../shared/domain/board/board.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import { incidentSelected } from '../../board/deskSlice.ts'
import { noticed } from '../../board/noticeSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { useRoomDispatch } from '../../board/store.ts'
import { useDeskNews } from '../../board/useDeskNews.ts'
import { nextReport } from '../../board/waitingReports.ts'
import { useWords } from '../../ui/words.ts'
import { heedWords } from './words.ts'

/** Another card in its place would throw away what somebody is writing on this one. */
const isWritingOnCard = (): boolean => document.activeElement?.closest('.xn-card input, .xn-card textarea') != null

/** What the desktop app asks of the console: its hot key takes the next report, a link opens an incident. */
export const useHeedDesktop = (): void => {
  const t = useWords(heedWords)
  const { feed, store, me } = useRoom()
  const send = useSend()
  const dispatch = useRoomDispatch()

  const say = (id: string, text: string) => dispatch(noticed({ id, at: feed.now(), kind: 'done', text }))
  const open = (incident: IncidentId, later: string) => {
    if (!isWritingOnCard()) return dispatch(incidentSelected(incident))
    return dispatch(noticed({ id: `offered:${incident}`, at: feed.now(), kind: 'offered', incident, text: later }))
  }

  useDeskNews('report:next', () => {
    const { board } = store.getState()
    if (!board) return
    const next = nextReport(board)
    if (!next) return void say('none-waits', t('noneWaits'))
    const mayTake = mayDo(me.role, 'incident.take')
    open(next.id, t(mayTake ? 'takenMeanwhile' : 'shownLater', { incident: next.id }))
    if (mayTake) void send({ type: 'incident.take', incident: next.id })
  })
  useDeskNews('incident:show', ({ incident }) => {
    const { board } = store.getState()
    if (!board) return
    if (incidentOf(board, incident)) open(incident, t('shownLater', { incident }))
    else say(`not-there:${incident}`, t('notThere', { incident }))
  })
}
