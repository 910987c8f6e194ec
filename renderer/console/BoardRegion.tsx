import { Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/words.ts'
import { BoardPart, ShiftPart } from './parts.tsx'
import { consoleWords } from './words.ts'

/** Units, limits and shift log: the board's place on the console. */
export const BoardRegion = () => {
  const t = useWords(consoleWords)
  const [shown, setShown] = useState<'units' | 'shift'>('units')
  return (
    <section className="xn-region xn-panel" data-region="board" aria-label={t('region.board')}>
      <div className="xn-board-switch">
        <Segmented
          size="small"
          block
          value={shown}
          aria-label={t('region.board')}
          options={[
            { value: 'units', label: t('board.units') },
            { value: 'shift', label: t('board.shift') },
          ]}
          onChange={setShown}
        />
      </div>
      <div className="xn-board-part">{shown === 'units' ? <BoardPart /> : <ShiftPart />}</div>
    </section>
  )
}
