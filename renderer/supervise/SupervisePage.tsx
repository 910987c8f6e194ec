import { Button, Result, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { Provider } from 'react-redux'
import type { Me } from '../../shared/contracts/session.ts'
import { mayManage, mayWatch } from '../../shared/domain/room/rights.ts'
import { connectFeed } from '../board/connectFeed.ts'
import { loadTown, openRoom } from '../board/openRoom.ts'
import { RoomProvider, type Room } from '../board/room.tsx'
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

const enter = async (me: Me, { store, feedOf }: Given): Promise<Room | null> => {
  const files = await loadTown()
  return files && openRoom(me, files, store, mayWatch(me.role) ? feedOf() : retoldFeed(feedOf()))
}

const Inside = ({ me, leave, store, feedOf }: InsideProps) => {
  const t = useWords(superviseWords)
  const common = useWords(domainWords)
  const [room, setRoom] = useState<Room | 'loading' | 'failed'>('loading')
  const [round, setRound] = useState(0)
  const sessionEnd = useRoomSelector((state) => state.link.sessionEnd)

  useEffect(() => {
    let isOver = false
    let stop = () => {}
    void enter(me, { store, feedOf }).then((opened) => {
      if (isOver) return
      if (opened) stop = connectFeed(opened.feed, store, opened.positions)
      setRoom(opened ?? 'failed')
    })
    return () => {
      isOver = true
      stop()
    }
  }, [me, store, feedOf, round])
  useEffect(() => {
    if (sessionEnd) leave(sessionEnd)
  }, [sessionEnd, leave])

  if (room === 'loading') return <Spin fullscreen description={t('waiting')} />
  if (room === 'failed')
    return <Result status="warning" title={t('noTown')} extra={<Button onClick={() => setRound(round + 1)}>{common('again')}</Button>} />
  return (
    <RoomProvider room={room}>
      <SuperviseView onLeave={() => leave('signed-out')} />
    </RoomProvider>
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
