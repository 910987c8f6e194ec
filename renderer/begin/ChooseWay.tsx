import { useWords } from '../ui/words.ts'
import { AddressWay } from './AddressWay.tsx'
import { MachineWay } from './MachineWay.tsx'
import type { WayProps } from './wayProps.ts'
import { beginWords } from './words.ts'

/** The two ways, side by side: a room that is there already, or one on this machine. */
export const ChooseWay = (props: WayProps) => {
  const t = useWords(beginWords)
  return (
    <div className="xn-begin-step">
      <h1>{t('title')}</h1>
      <p className="xn-dim">{t('lead')}</p>
      <div className="xn-begin-ways">
        <AddressWay {...props} />
        <MachineWay {...props} />
      </div>
    </div>
  )
}
