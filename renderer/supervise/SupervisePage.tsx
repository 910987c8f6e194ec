import { Button, Result } from 'antd'
import { useCallback } from 'react'
import { Provider } from 'react-redux'
import type { Me } from '../../shared/contracts/session.ts'
import { mayManage, mayWatch } from '../../shared/domain/room/rights.ts'
import { RoomGate } from '../board/RoomGate.tsx'
import { useRoomSelector, type RoomStore } from '../board/store.ts'
import { SessionGate } from '../features/sign-in/SessionGate.tsx'
import type { Feed, SessionEnd } from '../feed/feed.ts'
import { Looks } from '../ui/theme.tsx'
import { domainWords } from '../ui/words/domain.ts'
import { useWords } from '../ui/words.ts'
import { retoldFeed } from './retoldFeed.ts'
import { SuperviseView } from './SuperviseView.tsx'
import { superviseWords } from './words.ts'
import './supervise.css'

type Given = { readonly store: RoomStore; readonly feedOf: () => Feed }
type InsideProps = Given & { readonly me: Me; readonly leave: (why: SessionEnd) => void }

/** Who may not watch is told no events: their feed begins anew after each change, so that they see it. */
const Inside = ({ me, leave, store, feedOf }: InsideProps) => {
  const isWatching = mayWatch(me.role)
  const ownFeed = useCallback(() => (isWatching ? feedOf() : retoldFeed(feedOf())), [isWatching, feedOf])
  return (
    <RoomGate me={me} leave={leave} store={store} feedOf={ownFeed}>
      <SuperviseView onLeave={() => leave('signed-out')} />
    </RoomGate>
  )
}

const NoRight = ({ me, leave }: Pick<InsideProps, 'me' | 'leave'>) => {
  const t = useWords(superviseWords)
  const common = useWords(domainWords)
  return (
    <Result
      status="warning"
      title={<h1 className="xn-no-right">{t('noRight')}</h1>}
      subTitle={t('noRightHint', { role: common(`role.${me.role}`) })}
      extra={
        <>
          <Button type="primary" href="/">
            {t('toConsole')}
          </Button>
          <Button onClick={() => leave('signed-out')}>{t('otherAccount')}</Button>
        </>
      }
    />
  )
}

const Dressed = (given: Given) => {
  const { theme, language } = useRoomSelector((state) => state.desk)
  return (
    <Looks theme={theme} language={language}>
      <SessionGate mayEnter={mayManage} noRight={(me, leave) => <NoRight me={me} leave={leave} />}>
        {(me, leave) => <Inside key={me.id} me={me} leave={leave} {...given} />}
      </SessionGate>
    </Looks>
  )
}

/** The supervisor's and administrator's page: looks, session, tasks. */
export const SupervisePage = (given: Given) => (
  <Provider store={given.store}>
    <Dressed {...given} />
  </Provider>
)
