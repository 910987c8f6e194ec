import { SlaBoard } from './SlaBoard.tsx'
import { UnitBoard } from './UnitBoard.tsx'
import './watch-board.css'

/** Limits above, units below: what runs out first is read first. */
export const WatchBoard = () => (
  <div className="xn-board">
    <SlaBoard />
    <UnitBoard />
  </div>
)
