import { dayFigures } from '../../shared/domain/board/dayFigures.ts'
import { useSteadyBoard } from '../board/useSteadyBoard.ts'
import { useWords } from '../ui/words.ts'
import { useKnownNow } from './useWall.ts'
import { wallWords } from './words.ts'

const signs = { reports: '', open: '', atRisk: '! ', breached: '✕ ' } as const
const clocks = { reports: undefined, open: undefined, atRisk: 'amber', breached: 'red' } as const

/** 今日数字: four numbers, and how much of the day needs no police. */
export const FiguresPage = () => {
  const t = useWords(wallWords)
  const board = useSteadyBoard()
  const now = useKnownNow()
  const figures = dayFigures(board, now)
  const { incidents, nonPolice } = figures
  const percent = incidents === 0 ? null : Math.round((100 * nonPolice) / incidents)
  return (
    <div className="xn-wall-page xn-wall-figures">
      <dl className="xn-wall-four">
        {(['reports', 'open', 'atRisk', 'breached'] as const).map((name) => (
          <div key={name} data-clock={figures[name] > 0 ? clocks[name] : undefined}>
            <dt>
              {signs[name]}
              {t(name)}
            </dt>
            <dd className="xn-num">{figures[name]}</dd>
          </div>
        ))}
      </dl>
      <section className="xn-wall-share" aria-label={t('nonPolice')}>
        <h2>{t('nonPolice')}</h2>
        <strong className="xn-num">{percent === null ? '–' : `${percent}%`}</strong>
        <div>
          <div className="xn-wall-bar" aria-hidden>
            <span style={{ width: `${percent ?? 0}%` }} />
          </div>
          <p className="xn-num">{percent === null ? t('noneToday') : t('nonPoliceOf', { of: incidents, number: nonPolice })}</p>
        </div>
      </section>
    </div>
  )
}
