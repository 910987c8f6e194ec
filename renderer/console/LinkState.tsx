import { useNow } from '../board/room.tsx'
import { useRoomSelector } from '../board/store.ts'
import { clockTime, span } from '../ui/townTime.ts'
import { useWords } from '../ui/words.ts'
import { consoleWords } from './words.ts'

const signs = { live: '●', 'catching-up': '◐', cut: '✕', outdated: '!' } as const

const CutFor = ({ since }: { readonly since: number }) => {
  const t = useWords(consoleWords)
  return t('link.cut', { since: clockTime(since), for: span(useNow() - since) })
}

/** How fresh the screen is, always visible. */
export const LinkState = () => {
  const t = useWords(consoleWords)
  const link = useRoomSelector((state) => state.link.link)
  return (
    <span className="xn-link xn-num" data-link={link.state} role="status">
      <span aria-hidden>{signs[link.state]}</span> {link.state === 'cut' ? <CutFor since={link.since} /> : t(`link.${link.state}`)}
    </span>
  )
}
