import type { Wall } from '../../shared/domain/wall/wall.ts'
import { useNow, useRoom } from '../board/room.tsx'
import { useRoomSelector } from '../board/store.ts'
import { clockTime, span } from '../ui/townTime.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import { wallWords } from './words.ts'

const signs = { live: '●', 'catching-up': '◐', cut: '✕', outdated: '!' } as const

/** How fresh the wall is, large: whoever reads it stands six metres away. */
const Fresh = () => {
  const t = useWords(wallWords)
  const link = useRoomSelector((state) => state.link.link)
  const now = useNow()
  return (
    <span className="xn-wall-link xn-num" data-link={link.state} role="status">
      <span aria-hidden>{signs[link.state]}</span> {link.state === 'cut' ? t('cut', { for: span(now - link.since) }) : t(link.state)}
      {link.state === 'cut' && <em>{t('cutHint', { since: clockTime(link.since) })}</em>}
    </span>
  )
}

/** Which room and which wall, how fresh, and the clock, on every page. */
export const WallTop = ({ wall }: { readonly wall: Wall }) => {
  const { town } = useRoom()
  const isChinese = useIsChinese()
  const now = useNow()
  return (
    <header className="xn-wall-top">
      <h1>
        {isChinese ? town.nameZh : town.nameEn} <small>{wall.plan.name}</small>
      </h1>
      <Fresh />
      <time className="xn-wall-clock xn-num">{clockTime(now)}</time>
    </header>
  )
}
