import { useNow } from '../board/room.tsx'
import { useRoomSelector } from '../board/store.ts'
import { clockTime, span } from '../ui/townTime.ts'
import { useWords } from '../ui/words.ts'
import { consoleWords } from './words.ts'

const signs = { live: '●', 'catching-up': '◐', cut: '✕', outdated: '!' } as const

/** How fresh the screen is, always visible. */
export const LinkState = () => {
  const t = useWords(consoleWords)
  const now = useNow()
  const link = useRoomSelector((state) => state.link.link)
  const facts = link.state === 'cut' ? { since: clockTime(link.since), for: span(now - link.since) } : {}
  return (
    <span className="xn-link xn-num" data-link={link.state} role="status">
      <span aria-hidden>{signs[link.state]}</span> {t(`link.${link.state}`, facts)}
    </span>
  )
}
