import { Button } from 'antd'
import { useState } from 'react'
import { useRoomSelector } from '../board/store.ts'
import type { ShiftAsked } from '../features/hand-over/shiftAsked.ts'
import { useKeys } from '../ui/keys.ts'
import { useWords } from '../ui/words.ts'
import { BoardPart, ShiftPart } from './parts.tsx'
import { consoleWords } from './words.ts'

/** Units, limits and shift log: the board's place on the console. */
export const BoardRegion = () => {
  const t = useWords(consoleWords)
  const [shown, setShown] = useState<'units' | 'shift'>('units')
  const [asked, setAsked] = useState<ShiftAsked | null>(null)
  const isFree = useRoomSelector((state) => state.desk.overlay === 'none')
  const show = (which: 'units' | 'shift', next: ShiftAsked | null) => {
    setShown(which)
    setAsked(next)
  }
  useKeys(
    {
      l: () => (shown === 'units' ? show('shift', { what: 'write' }) : show('units', null)),
      h: () => show('shift', { what: 'handOver' }),
    },
    isFree,
  )
  const choice = (which: 'units' | 'shift') => (
    <Button size="small" type={shown === which ? 'primary' : 'text'} aria-pressed={shown === which} onClick={() => show(which, null)}>
      {t(`board.${which}`)}
    </Button>
  )
  return (
    <section className="xn-region xn-panel" data-region="board" aria-label={t('region.board')}>
      <div className="xn-board-switch">
        {choice('units')}
        {choice('shift')}
      </div>
      <div className="xn-board-part">{shown === 'units' ? <BoardPart /> : <ShiftPart asked={asked} />}</div>
    </section>
  )
}
