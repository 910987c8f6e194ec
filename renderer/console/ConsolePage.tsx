import { Button, Result, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { Provider } from 'react-redux'
import type { Me } from '../../shared/contracts/session.ts'
import { connectFeed } from '../board/connectFeed.ts'
import { RoomProvider, type Room } from '../board/room.tsx'
import { useRoomSelector, type RoomStore } from '../board/store.ts'
import { SessionGate } from '../features/sign-in/SessionGate.tsx'
import type { Feed } from '../feed/feed.ts'
import { Looks } from '../ui/theme.tsx'
import { domainWords } from '../ui/words/domain.ts'
import { useWords } from '../ui/words.ts'
import { loadTown, openRoom } from '../board/openRoom.ts'
import { RoomView } from './RoomView.tsx'
import { consoleWords } from './words.ts'

type Ended = Parameters<Parameters<typeof SessionGate>[0]['children']>[1]
type InsideProps = { readonly me: Me; readonly leave: Ended; readonly store: RoomStore; readonly feedOf: () => Feed }

/** From signed in to a live board: the town's files, then the feed. */
const Inside = ({ me, leave, store, feedOf }: InsideProps) => {
  const t = useWords(consoleWords)
  const common = useWords(domainWords)
  const [room, setRoom] = useState<Room | 'loading' | 'failed'>('loading')
  const [round, setRound] = useState(0)
  const sessionEnd = useRoomSelector((state) => state.link.sessionEnd)

  useEffect(() => {
    let isOver = false
    let stop = () => {}
    void loadTown().then((files) => {
      if (isOver) return
      if (!files) return setRoom('failed')
      const opened = openRoom(me, files, store, feedOf())
      stop = connectFeed(opened.feed, store, opened.positions)
      setRoom(opened)
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
  if (room === 'failed') {
    const again = () => {
      setRoom('loading')
      setRound(round + 1)
    }
    return <Result status="warning" title={t('noTown')} extra={<Button onClick={again}>{common('again')}</Button>} />
  }
  return (
    <RoomProvider room={room}>
      <RoomView onLeave={() => leave('signed-out')} />
    </RoomProvider>
  )
}

const Dressed = ({ store, feedOf }: { readonly store: RoomStore; readonly feedOf: () => Feed }) => {
  const { theme, language } = useRoomSelector((state) => state.desk)
  return (
    <Looks theme={theme} language={language}>
      <SessionGate>{(me, leave) => <Inside key={me.id} me={me} leave={leave} store={store} feedOf={feedOf} />}</SessionGate>
    </Looks>
  )
}

/** The operator's console: looks, session, room. */
export const ConsolePage = ({ store, feedOf }: { readonly store: RoomStore; readonly feedOf: () => Feed }) => (
  <Provider store={store}>
    <Dressed store={store} feedOf={feedOf} />
  </Provider>
)
