import { Button } from 'antd'
import { useState } from 'react'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import { useBoard, useRoom } from '../../board/room.tsx'
import { useDeskNews } from '../../board/useDeskNews.ts'
import { useWords } from '../../ui/words.ts'
import { askAfterMs, awayFacts } from './awayFacts.ts'
import { comeBackWords } from './words.ts'
import './come-back.css'

type Away = { readonly since: number; readonly until: number }

const Asked = ({ away, onGoOn, onHandOver }: { readonly away: Away; readonly onGoOn: () => void; readonly onHandOver: () => void }) => {
  const t = useWords(comeBackWords)
  const { me } = useRoom()
  const { reports, waiting, overdue, sos, inHand } = awayFacts(useBoard(), away.since, me)
  const facts = [
    reports > 0 && t('reports', { number: reports, waiting }),
    overdue > 0 && t('overdue', { number: overdue }),
    sos > 0 && t('sos', { number: sos }),
    inHand > 0 && t('inHand', { number: inHand }),
  ].filter((fact) => fact !== false)
  return (
    <aside className="xn-come-back" aria-live="polite">
      <p className="xn-num">
        <strong>{t('title', { minutes: Math.floor((away.until - away.since) / 60_000) })}</strong>{' '}
        {facts.length > 0 ? facts.join(' · ') : t('nothing')}
      </p>
      <Button size="small" type="primary" onClick={onGoOn}>
        {t('goOn')}
      </Button>
      {mayDo(me.role, 'shift.handOver') && (
        <Button size="small" onClick={onHandOver}>
          {t('handOver')}
        </Button>
      )}
    </aside>
  )
}

/** After a longer absence: what happened meanwhile, and whether it is still the same person's shift. Takes no focus. */
export const ComeBack = ({ onHandOver }: { readonly onHandOver: () => void }) => {
  const { feed } = useRoom()
  const [away, setAway] = useState<Away | null>(null)
  useDeskNews('desk:unlocked', ({ awayMs }) => {
    const until = feed.now()
    // Gone again before answering: the absence that nobody has spoken of goes on.
    if (away) setAway({ ...away, until })
    else if (awayMs >= askAfterMs) setAway({ since: until - awayMs, until })
  })
  if (!away) return null
  const close = () => setAway(null)
  return (
    <Asked
      away={away}
      onGoOn={close}
      onHandOver={() => {
        close()
        onHandOver()
      }}
    />
  )
}
