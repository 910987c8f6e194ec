import { Button, Result, Spin } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { Me } from '../../shared/contracts/session.ts'
import type { Feed, SessionEnd } from '../feed/feed.ts'
import { domainWords } from '../ui/words/domain.ts'
import { useWords, wordsOf } from '../ui/words.ts'
import { connectFeed } from './connectFeed.ts'
import { sessionEnded } from './linkSlice.ts'
import { loadTown, openRoom } from './openRoom.ts'
import { RoomProvider, type Room } from './room.tsx'
import { useRoomSelector, type RoomStore } from './store.ts'

const gateWords = wordsOf(
  'room-gate',
  { waiting: '正在读取街道资料…', noTown: '读不到街道资料' },
  { waiting: 'Reading the town…', noTown: 'The town’s data cannot be read' },
)

type Props = {
  readonly me: Me
  /** `isOver`: the server ended the session, so there is none to end any more. */
  readonly leave: (why: SessionEnd, isOver: true) => void
  readonly store: RoomStore
  /** The same function each time: another one opens the room anew. */
  readonly feedOf: () => Feed
  readonly children: ReactNode
}

/** From signed in to a live board: the town's files, then the feed. */
export const RoomGate = ({ me, leave, store, feedOf, children }: Props) => {
  const t = useWords(gateWords)
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
    if (!sessionEnd) return
    // Said once: the next person to sign in on this page begins a session that has not ended.
    store.dispatch(sessionEnded(null))
    leave(sessionEnd, true)
  }, [store, sessionEnd, leave])

  if (room === 'loading') return <Spin fullscreen description={t('waiting')} />
  if (room === 'failed') {
    const again = () => {
      setRoom('loading')
      setRound(round + 1)
    }
    return <Result status="warning" title={t('noTown')} extra={<Button onClick={again}>{common('again')}</Button>} />
  }
  return <RoomProvider room={room}>{children}</RoomProvider>
}
