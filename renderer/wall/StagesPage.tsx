import { useMemo } from 'react'
import { stageBoard, type StageCount } from '../../shared/domain/board/stageBoard.ts'
import { useSteadyBoard } from '../board/useSteadyBoard.ts'
import { span } from '../ui/townTime.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import { useKnownNow } from './useWall.ts'
import { wallWords } from './words.ts'

/** More do not fit at a size that is read from six metres; the first stages of a profile are those that run first. */
const mostStages = 5

/** The bar is the limit and a half: a median past the limit is seen to be past it. */
const percentOf = (medianMs: number, limitMs: number): number => Math.min(100, (100 * medianMs) / (limitMs * 1.5))

const Row = ({ stage, medianMs, met, missed, red }: StageCount) => {
  const t = useWords(wallWords)
  const name = useIsChinese() ? stage.nameZh : stage.nameEn
  const state = medianMs === null ? undefined : medianMs > stage.limitMs ? 'red' : 'met'
  const sign = { red: '✕', met: '✓', none: '' }[state ?? 'none']
  return (
    <li className="xn-wall-stage" data-clock={state}>
      <h3>{name}</h3>
      <strong className="xn-num">{medianMs === null ? '–' : `${sign} ${span(medianMs)}`}</strong>
      <div>
        <div className="xn-wall-bar" aria-hidden>
          <span style={{ width: `${medianMs === null ? 0 : percentOf(medianMs, stage.limitMs)}%` }} />
          <i style={{ left: `${100 / 1.5}%` }} />
        </div>
        <p className="xn-num">
          {t('limit', { limit: span(stage.limitMs) })}
          {' · '}
          {met + missed === 0 ? t('noStageToday') : t('inTime', { met, ended: met + missed })}
          {red.length > 0 && <b data-clock="red"> · ✕ {t('nowRed', { number: red.length })}</b>}
        </p>
      </div>
    </li>
  )
}

/** 时限: today's median of every stage against its limit. */
export const StagesPage = () => {
  const t = useWords(wallWords)
  const board = useSteadyBoard()
  const now = useKnownNow()
  const counts = useMemo(() => stageBoard(board, now), [board, now])
  return (
    <div className="xn-wall-page">
      <h2>{t('medianTitle')}</h2>
      <ul className="xn-wall-list">
        {counts.slice(0, mostStages).map((count) => (
          <Row key={count.stage.id} {...count} />
        ))}
      </ul>
    </div>
  )
}
