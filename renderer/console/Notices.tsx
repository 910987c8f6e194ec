import { Button } from 'antd'
import { useEffect } from 'react'
import { incidentSelected } from '../board/deskSlice.ts'
import { noticeRead, type Notice } from '../board/noticeSlice.ts'
import { useRoom } from '../board/room.tsx'
import { sendCommand } from '../board/send.ts'
import { useRoomDispatch, useRoomSelector } from '../board/store.ts'
import { refusalText } from '../ui/refusalText.ts'
import { useWords } from '../ui/words.ts'
import { commandWords } from './commandWords.ts'
import { consoleWords } from './words.ts'

/** Long enough to read a sentence twice. What nobody answered, and what is offered, stays until a person decides. */
const readWithinMs = 10_000

const Line = ({ notice }: { readonly notice: Notice }) => {
  const t = useWords(consoleWords)
  const nameOf = useWords(commandWords)
  const room = useRoom()
  const dispatch = useRoomDispatch()
  const stays = notice.kind === 'unanswered' || notice.kind === 'offered'
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => dispatch(noticeRead(notice.id)), readWithinMs)
    return () => clearTimeout(timer)
  }, [dispatch, notice.id, stays])

  const again = (unanswered: Extract<Notice, { kind: 'unanswered' }>) => {
    dispatch(noticeRead(unanswered.id))
    void sendCommand(room, unanswered.command, unanswered.commandId)
  }
  const open = (offered: Extract<Notice, { kind: 'offered' }>) => {
    dispatch(noticeRead(offered.id))
    dispatch(incidentSelected(offered.incident))
  }
  const text =
    notice.kind === 'refused'
      ? refusalText(notice.refusal)
      : notice.kind === 'unanswered'
        ? t('notice.unanswered', { command: nameOf(notice.command.type) })
        : notice.text
  return (
    <li className="xn-notice" data-kind={notice.kind}>
      <span>{text}</span>
      {notice.kind === 'unanswered' && (
        <Button size="small" type="primary" onClick={() => again(notice)}>
          {t('notice.sendAgain')}
        </Button>
      )}
      {notice.kind === 'offered' && (
        <Button size="small" type="primary" onClick={() => open(notice)}>
          {t('notice.open')}
        </Button>
      )}
      <Button size="small" type="text" onClick={() => dispatch(noticeRead(notice.id))}>
        {t('notice.read')}
      </Button>
    </li>
  )
}

/** What the room answered to this desk: calm, with its reason, and gone by itself. */
export const Notices = () => {
  const t = useWords(consoleWords)
  const notices = useRoomSelector((state) => state.notices)
  return (
    <ul className="xn-notices" aria-live="polite" aria-label={t('notices')}>
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} />
      ))}
    </ul>
  )
}
