import { Button } from 'antd'
import { overlayShown } from '../board/deskSlice.ts'
import { LinkState } from '../board/LinkState.tsx'
import { LooksSwitch } from '../board/LooksSwitch.tsx'
import { useNow, useRoom } from '../board/room.tsx'
import { useRoomDispatch } from '../board/store.ts'
import { SoundSwitch } from '../features/watch-alarms/SoundSwitch.tsx'
import { clockTime } from '../ui/townTime.ts'
import { domainWords } from '../ui/words/domain.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import { ManageLinks, RoomFacts } from './RoomFacts.tsx'
import { ThisDesk } from './ThisDesk.tsx'
import { consoleWords } from './words.ts'

const Clock = () => <time className="xn-clock xn-num">{clockTime(useNow())}</time>

/** One line: which room, who, what time, how fresh, and the switches of this desk. */
export const Header = ({ onLeave }: { readonly onLeave: () => void }) => {
  const t = useWords(consoleWords)
  const common = useWords(domainWords)
  const isChinese = useIsChinese()
  const dispatch = useRoomDispatch()
  const { me, town } = useRoom()
  return (
    <header className="xn-header">
      <h1>{common('product')}</h1>
      <span>{isChinese ? town.nameZh : town.nameEn}</span>
      <LinkState />
      <RoomFacts />
      <span className="xn-gap" />
      <ManageLinks />
      <Button size="small" type="text" onClick={() => dispatch(overlayShown('command'))}>
        <kbd>/</kbd> {t('command')}
      </Button>
      <Button size="small" type="text" onClick={() => dispatch(overlayShown('keys'))}>
        <kbd>?</kbd> {t('keys')}
      </Button>
      <SoundSwitch />
      <LooksSwitch />
      <ThisDesk />
      <span>
        {me.name} <span className="xn-dim">{common(`role.${me.role}`)}</span>
      </span>
      <Button size="small" type="text" onClick={onLeave}>
        {t('signOut')}
      </Button>
      <Clock />
    </header>
  )
}
