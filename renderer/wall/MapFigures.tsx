import { dayFigures } from '../../shared/domain/board/dayFigures.ts'
import { useSteadyBoard } from '../board/useSteadyBoard.ts'
import { useWords } from '../ui/words.ts'
import { useKnownNow } from './useWall.ts'
import { wallWords } from './words.ts'

/** 态势地图: over the map only what it cannot say, and what its colours mean. */
export const MapFigures = () => {
  const t = useWords(wallWords)
  const board = useSteadyBoard()
  const now = useKnownNow()
  const { open, atRisk, breached } = dayFigures(board, now)
  return (
    <>
      <dl className="xn-wall-strip">
        <div>
          <dt>{t('open')}</dt>
          <dd className="xn-num">{open}</dd>
        </div>
        <div data-clock={atRisk > 0 ? 'amber' : undefined}>
          <dt>! {t('atRisk')}</dt>
          <dd className="xn-num">{atRisk}</dd>
        </div>
        <div data-clock={breached > 0 ? 'red' : undefined}>
          <dt>✕ {t('breached')}</dt>
          <dd className="xn-num">{breached}</dd>
        </div>
      </dl>
      <div className="xn-wall-heat">
        <i aria-hidden /> {t('heat')}
      </div>
    </>
  )
}
