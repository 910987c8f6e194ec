import { Button } from 'antd'
import { mayWatch } from '../../shared/domain/room/rights.ts'
import { LinkState } from '../board/LinkState.tsx'
import { LooksSwitch } from '../board/LooksSwitch.tsx'
import { useNow, useRoom } from '../board/room.tsx'
import { clockTime } from '../ui/townTime.ts'
import { domainWords } from '../ui/words/domain.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import { superviseWords } from './words.ts'

/** Which room, who, how fresh, and the way back to the console. */
export const SuperviseHeader = ({ onLeave }: { readonly onLeave: () => void }) => {
  const t = useWords(superviseWords)
  const common = useWords(domainWords)
  const isChinese = useIsChinese()
  const { me, town } = useRoom()
  const now = useNow()
  return (
    <header className="xn-supervise-header xn-no-print">
      <strong>
        {common('product')} · {t('title')}
      </strong>
      <span>{isChinese ? town.nameZh : town.nameEn}</span>
      <LinkState />
      <span className="xn-space" />
      {mayWatch(me.role) && (
        <Button size="small" type="text" href="/">
          {t('toConsole')}
        </Button>
      )}
      <LooksSwitch />
      <span>
        {me.name} <span className="xn-dim">{common(`role.${me.role}`)}</span>
      </span>
      <Button size="small" type="text" onClick={onLeave}>
        {t('signOut')}
      </Button>
      <time className="xn-num">{clockTime(now)}</time>
    </header>
  )
}
