import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/words.ts'
import { BoardPart, ShiftPart } from './parts.tsx'
import { consoleWords } from './words.ts'

/** Units, limits and shift log: the board's place on the console. */
export const BoardRegion = () => {
  const t = useWords(consoleWords)
  const [shown, setShown] = useState<'units' | 'shift'>('units')
  const choice = (which: 'units' | 'shift') => (
    <Button size="small" type={shown === which ? 'primary' : 'text'} aria-pressed={shown === which} onClick={() => setShown(which)}>
      {t(`board.${which}`)}
    </Button>
  )
  return (
    <section className="xn-region xn-panel" data-region="board" aria-label={t('region.board')}>
      <div className="xn-board-switch">
        {choice('units')}
        {choice('shift')}
      </div>
      <div className="xn-board-part">{shown === 'units' ? <BoardPart /> : <ShiftPart />}</div>
    </section>
  )
}
