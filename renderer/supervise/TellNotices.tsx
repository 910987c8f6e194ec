import { App } from 'antd'
import { useEffect } from 'react'
import { noticeRead, type Notice } from '../board/noticeSlice.ts'
import { useRoomDispatch, useRoomSelector } from '../board/store.ts'
import { refusalText } from '../ui/refusalText.ts'
import { useWords } from '../ui/words.ts'
import { superviseWords } from './words.ts'

const readWithinS = 8

/** Tells what the room refused or did not answer; each once. */
export const TellNotices = () => {
  const t = useWords(superviseWords)
  const { message } = App.useApp()
  const dispatch = useRoomDispatch()
  const notices = useRoomSelector((state) => state.notices)
  useEffect(() => {
    const textOf = (notice: Notice): string => {
      if (notice.kind === 'refused') return refusalText(notice.refusal)
      return notice.kind === 'unanswered' ? t('unanswered') : notice.text
    }
    for (const notice of notices) {
      void message.open({ type: notice.kind === 'done' ? 'success' : 'error', content: textOf(notice), duration: readWithinS })
      dispatch(noticeRead(notice.id))
    }
  }, [notices, message, dispatch, t])
  return null
}
