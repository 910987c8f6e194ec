import { Button } from 'antd'
import { useState } from 'react'
import { deskOf } from '../../feed/desk.ts'
import { useWords } from '../../ui/words.ts'
import { deskWords } from './words.ts'

/** This workstation belongs to no room any more, after a second word on it. */
export const LeaveRoom = () => {
  const t = useWords(deskWords)
  const [isAsked, setAsked] = useState(false)
  if (!isAsked) {
    return (
      <Button size="small" danger type="text" onClick={() => setAsked(true)}>
        {t('leave')}
      </Button>
    )
  }
  return (
    <div className="xn-set-desk-line" role="alert">
      <span>{t('leaveSure')}</span>
      <Button autoFocus size="small" onClick={() => setAsked(false)}>
        {t('leaveNo')}
      </Button>
      <Button
        size="small"
        danger
        type="primary"
        onClick={() =>
          void deskOf(window)
            ?.ask('room:leave', {})
            .catch(() => {})
        }
      >
        {t('leaveYes')}
      </Button>
    </div>
  )
}
