import type { ReactNode } from 'react'
import { clockTime } from '../ui/townTime.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import type { ShownView } from './asIfDone.ts'
import type { LinkState } from './fieldRoom.ts'
import { fieldWords } from './words.ts'

const signs = { opening: '◌', live: '●', asking: '◐', cut: '✕', dead: '✕' } as const

type Props = {
  readonly view: ShownView | null
  readonly link: LinkState
  readonly waiting: number
  readonly toServer: (at: number) => number
  /** The call for help: always in reach of a thumb. */
  readonly children: ReactNode
}

/** Who, in which town, and whether the room is in reach. */
export const TopBar = ({ view, link, waiting, toServer, children }: Props) => {
  const say = useWords(fieldWords)
  const isChinese = useIsChinese()
  const since = link.state === 'cut' ? clockTime(toServer(link.since)) : ''
  return (
    <header className="top">
      <div>
        <strong>{view?.unit.name ?? '小脑'}</strong>
        <small>{isChinese ? view?.townName : view?.townNameEn}</small>
      </div>
      <p className={`link ${link.state}`} role="status">
        <span>
          {signs[link.state]} {say(`link.${link.state}`, { since })}
        </span>
        {waiting > 0 && <span className="unsent">◷ {say('waiting', { count: waiting })}</span>}
      </p>
      {children}
    </header>
  )
}
