import { useMemo } from 'react'
import { dayFigures } from '../../shared/domain/board/dayFigures.ts'
import { needEyes, type EyeReason, type Watched } from '../../shared/domain/board/needEyes.ts'
import { isActive } from '../../shared/domain/incident/assignment.ts'
import { useRoom } from '../board/room.tsx'
import { useKindName } from '../board/useKindName.ts'
import { useSteadyBoard } from '../board/useSteadyBoard.ts'
import { span } from '../ui/townTime.ts'
import { useWords } from '../ui/words.ts'
import { useKnownNow } from './useWall.ts'
import { wallPlace } from './wallPlace.ts'
import { wallWords } from './words.ts'

const signs: Readonly<Record<EyeReason, string>> = { sos: '‼', untaken: '▲▲', breached: '✕', atRisk: '!', critical: '▲▲', urgent: '▲' }

const Row = ({ incident, why, dueAt, now }: Watched & { readonly now: number }) => {
  const t = useWords(wallWords)
  const kindName = useKindName()
  const { town } = useRoom()
  const going = incident.assignments.filter(isActive).length
  const leftMs = dueAt === null ? null : dueAt - now
  return (
    <li className="xn-wall-eye" data-why={why}>
      <span className="xn-wall-why">
        <span aria-hidden>{signs[why]}</span> {t(`why.${why}`)}
      </span>
      <div className="xn-wall-what">
        <h3>{kindName(incident.kind)}</h3>
        <p>{wallPlace(incident, town.buildings) || t('unknownPlace')}</p>
      </div>
      <span className="xn-wall-who xn-num">
        {incident.id}
        <br />
        {going === 0 ? t('nobody') : t('units', { number: going })}
      </span>
      <strong className="xn-num" data-clock={leftMs === null ? undefined : leftMs <= 0 ? 'red' : why === 'atRisk' ? 'amber' : undefined}>
        {leftMs === null
          ? t('sinceReport', { for: span(now - incident.openedAt) })
          : t(leftMs <= 0 ? 'over' : 'left', { for: span(Math.abs(leftMs)) })}
      </strong>
    </li>
  )
}

/** 需要盯住: at most five incidents, or that there is none. */
export const EyesPage = () => {
  const t = useWords(wallWords)
  const board = useSteadyBoard()
  const now = useKnownNow()
  const watched = useMemo(() => needEyes(board, now), [board, now])
  if (watched.length === 0) {
    return (
      <div className="xn-wall-page xn-wall-calm">
        <h2>✓ {t('calm')}</h2>
        <p className="xn-num">{t('calmHint', { open: dayFigures(board, now).open })}</p>
      </div>
    )
  }
  return (
    <div className="xn-wall-page">
      <h2>{t('eyesTitle')}</h2>
      <ul className="xn-wall-list">
        {watched.map((one) => (
          <Row key={one.incident.id} {...one} now={now} />
        ))}
      </ul>
    </div>
  )
}
