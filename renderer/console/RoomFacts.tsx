import { Button } from 'antd'
import { clockAheadShownFromMs } from '../../shared/contracts/console.ts'
import { mayManage } from '../../shared/domain/room/rights.ts'
import { useRoom } from '../board/room.tsx'
import { useRoomSelector } from '../board/store.ts'
import { span } from '../ui/townTime.ts'
import { useWords } from '../ui/words.ts'
import { consoleWords } from './words.ts'

/** What the room's machinery says of itself: phones connected, and in red when nothing can be kept or its clock is wrong. Nothing before it spoke. */
export const RoomFacts = () => {
  const t = useWords(consoleWords)
  const health = useRoomSelector((state) => state.link.health)
  if (!health) return null
  return (
    <>
      {!health.canKeep && (
        <span className="xn-link" data-link="cut">
          <span aria-hidden>✕</span> {t('cannotKeep')}
        </span>
      )}
      {health.clockAheadMs >= clockAheadShownFromMs && (
        <span className="xn-link xn-num" data-link="cut" title={t('clockAheadHint')}>
          <span aria-hidden>!</span> {t('clockAhead', { span: span(health.clockAheadMs) })}
        </span>
      )}
      <span className="xn-num xn-dim" title={t('unitsOnlineHint')}>
        {t('unitsOnline', { count: health.unitsOnline })}
      </span>
    </>
  )
}

/** For those who manage the room: the managing page, and the refused forms that nobody has looked at. */
export const ManageLinks = () => {
  const t = useWords(consoleWords)
  const { me } = useRoom()
  const rejects = useRoomSelector((state) => state.link.health?.rejects ?? 0)
  if (!mayManage(me.role)) return null
  return (
    <>
      {rejects > 0 && (
        <Button
          size="small"
          type="text"
          className="xn-rejects xn-num"
          href="/supervise/#rejects"
          target="_blank"
          title={t('rejectsHint', { count: rejects })}
        >
          <span aria-hidden>!</span> {t('rejects', { count: rejects })}
        </Button>
      )}
      <Button size="small" type="text" href="/supervise/" target="_blank" title={t('manageHint')}>
        {t('manage')} <span aria-hidden>↗</span>
      </Button>
    </>
  )
}
