import { Button } from 'antd'
import { useState } from 'react'
import { useRoomSelector } from '../board/store.ts'
import type { ShiftAsked } from '../features/hand-over/shiftAsked.ts'
import { useKeys } from '../ui/keys.ts'
import { useWords } from '../ui/words.ts'
import { BoardPart, ShiftPart, WallsPart } from './parts.tsx'
import { consoleWords } from './words.ts'

type Shown = 'units' | 'shift' | 'walls'

/** Units, limits, shift log and walls: the board's place on the console. */
export const BoardRegion = () => {
  const t = useWords(consoleWords)
  const [shown, setShown] = useState<Shown>('units')
  const [asked, setAsked] = useState<ShiftAsked | null>(null)
  const hasWalls = useRoomSelector((state) => (state.board?.walls.length ?? 0) > 0)
  const isFree = useRoomSelector((state) => state.desk.overlay === 'none')
  const show = (which: Shown, next: ShiftAsked | null) => {
    setShown(which)
    setAsked(next)
  }
  useKeys(
    {
      l: () => (shown === 'shift' ? show('units', null) : show('shift', { what: 'write' })),
      h: () => show('shift', { what: 'handOver' }),
    },
    isFree,
  )
  const choice = (which: Shown) => (
    <Button size="small" type={shown === which ? 'primary' : 'text'} aria-pressed={shown === which} onClick={() => show(which, null)}>
      {t(`board.${which}`)}
    </Button>
  )
  return (
    <section className="xn-region xn-panel" data-region="board" aria-label={t('region.board')}>
      <div className="xn-board-switch">
        {choice('units')}
        {choice('shift')}
        {hasWalls && choice('walls')}
      </div>
      <div className="xn-board-part">
        {shown === 'walls' && hasWalls ? <WallsPart /> : shown === 'shift' ? <ShiftPart asked={asked} /> : <BoardPart />}
      </div>
    </section>
  )
}
