import { clockTime, span } from '../ui/townTime.ts'
import { useWords, wordsOf } from '../ui/words.ts'
import { useNow } from './room.tsx'
import { useRoomSelector } from './store.ts'
import './link-state.css'

const signs = { live: '●', 'catching-up': '◐', cut: '✕', outdated: '!' } as const

const words = wordsOf(
  'link-state',
  {
    live: '实时',
    'catching-up': '正在追赶…',
    cut: '已断开，自 {{since}}（{{for}}）',
    outdated: '版本已更新，请刷新页面',
  },
  {
    live: 'Live',
    'catching-up': 'Catching up…',
    cut: 'Cut off since {{since}} ({{for}})',
    outdated: 'New version: reload the page',
  },
)

const CutFor = ({ since }: { readonly since: number }) => {
  const t = useWords(words)
  return t('cut', { since: clockTime(since), for: span(useNow() - since) })
}

/** How fresh the screen is, always visible, on every page that follows the room. */
export const LinkState = () => {
  const t = useWords(words)
  const link = useRoomSelector((state) => state.link.link)
  return (
    <span className="xn-link xn-num" data-link={link.state} role="status">
      <span aria-hidden>{signs[link.state]}</span> {link.state === 'cut' ? <CutFor since={link.since} /> : t(link.state)}
    </span>
  )
}
