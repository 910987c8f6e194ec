import { Button } from 'antd'
import { languageChosen, muteChosen, overlayShown, themeChosen } from '../board/deskSlice.ts'
import { useNow, useRoom } from '../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../board/store.ts'
import { clockTime } from '../ui/townTime.ts'
import { domainWords } from '../ui/words/domain.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import { LinkState } from './LinkState.tsx'
import { consoleWords } from './words.ts'

/** One line: which room, who, what time, how fresh, and the switches of this desk. */
export const Header = ({ onLeave }: { readonly onLeave: () => void }) => {
  const t = useWords(consoleWords)
  const common = useWords(domainWords)
  const isChinese = useIsChinese()
  const dispatch = useRoomDispatch()
  const { me, town } = useRoom()
  const { theme, isMuted } = useRoomSelector((state) => state.desk)
  const canKeep = useRoomSelector((state) => state.link.health?.canKeep ?? true)
  const now = useNow()
  return (
    <header className="xn-header">
      <strong>{common('product')}</strong>
      <span>{isChinese ? town.nameZh : town.nameEn}</span>
      <LinkState />
      {!canKeep && (
        <span className="xn-link" data-link="cut" role="alert">
          {t('cannotKeep')}
        </span>
      )}
      <span className="xn-gap" />
      <Button size="small" type="text" onClick={() => dispatch(overlayShown('command'))}>
        <kbd>/</kbd> {t('command')}
      </Button>
      <Button size="small" type="text" onClick={() => dispatch(overlayShown('keys'))}>
        <kbd>?</kbd> {t('keys')}
      </Button>
      <Button size="small" type="text" aria-pressed={isMuted} onClick={() => dispatch(muteChosen(!isMuted))}>
        {isMuted ? `✕ ${t('muted')}` : `♪ ${t('sounding')}`}
      </Button>
      <Button size="small" type="text" onClick={() => dispatch(themeChosen(theme === 'dark' ? 'light' : 'dark'))}>
        {theme === 'dark' ? t('light') : t('dark')}
      </Button>
      <Button size="small" type="text" onClick={() => dispatch(languageChosen(isChinese ? 'en' : 'zh-CN'))}>
        {t('language')}
      </Button>
      <span>
        {me.name} <span className="xn-dim">{common(`role.${me.role}`)}</span>
      </span>
      <Button size="small" type="text" onClick={onLeave}>
        {t('signOut')}
      </Button>
      <time className="xn-clock xn-num">{clockTime(now)}</time>
    </header>
  )
}
