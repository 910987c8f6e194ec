import { useWords } from '../ui/words.ts'
import { consoleWords } from './words.ts'

/** Units, limits, shift log: the board's place on the console. */
export const BoardRegion = () => {
  const t = useWords(consoleWords)
  return (
    <section className="xn-region xn-panel" data-region="board" aria-label={t('region.board')}>
      <div className="xn-empty">{t('boardComing')}</div>
    </section>
  )
}
