import { Button } from 'antd'
import { useState } from 'react'
import { useRoom } from '../../board/room.tsx'
import { useRoomSelector } from '../../board/store.ts'
import { dayTime } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { handOverWords } from './words.ts'
import './hand-over.css'

const readKey = (account: string) => `xn-hand-over-read:${account}`

const lastRead = (account: string): number => {
  try {
    return Number(localStorage.getItem(readKey(account)) ?? 0)
  } catch {
    return 0
  }
}

const keepRead = (account: string, at: number) => {
  try {
    localStorage.setItem(readKey(account), String(at))
  } catch {
    // A browser without storage shows the note again after a reload.
  }
}

/** The last hand-over, until this person has read it; one's own note is not shown back. */
export const HandOverBanner = () => {
  const t = useWords(handOverWords)
  const { me } = useRoom()
  const [readAt, setReadAt] = useState(() => lastRead(me.id))
  const newest = useRoomSelector(({ board }) => board?.shiftLog.find((entry) => entry.kind === 'handOver'))
  if (newest?.kind !== 'handOver' || newest.at <= readAt || newest.by === me.name) return null
  const read = () => {
    keepRead(me.id, newest.at)
    setReadAt(newest.at)
  }
  return (
    <aside className="xn-hand-over-banner" aria-label={t('handOverTitle')}>
      <header>
        <strong>{t('bannerTitle', { by: newest.by, to: newest.to, at: dayTime(newest.at) })}</strong>
        <Button size="small" type="primary" onClick={read}>
          {t('read')}
        </Button>
      </header>
      <pre tabIndex={0}>{newest.text}</pre>
    </aside>
  )
}
