import { useEffect, useState, type ReactNode } from 'react'
import { Provider } from 'react-redux'
import type { Me } from '../../shared/contracts/session.ts'
import { connectFeed } from '../board/connectFeed.ts'
import { loadTown, openRoom, type Files } from '../board/openRoom.ts'
import { RoomProvider, type Room } from '../board/room.tsx'
import { useRoomSelector, type RoomStore } from '../board/store.ts'
import type { Feed } from '../feed/feed.ts'
import { wallHttp } from '../feed/http.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import { enterForEver, type Entry } from './enterForEver.ts'
import { useMachine } from './machine.ts'
import type { WayIn } from './wayIn.ts'
import { wallWords } from './words.ts'

/** What stands on the wall while nobody is in: large, and that something is being done about it. */
export const Notice = ({ title, hint }: { readonly title: string; readonly hint?: string | null }) => (
  <main className="xn-wall-notice" role="status">
    <h1>{title}</h1>
    {hint && <p>{hint}</p>}
  </main>
)

type WaitingProps = { readonly entry: Extract<Entry<Files>, { state: 'entering' | 'ended' }>; readonly kind: WayIn['kind'] }

const Waiting = ({ entry, kind }: WaitingProps) => {
  const t = useWords(wallWords)
  const isChinese = useIsChinese()
  const said = entry.said && (isChinese ? entry.said.zh : entry.said.en)
  if (entry.state === 'ended')
    return <Notice title={t('ended')} hint={`${said ?? ''} ${t(kind === 'desk' ? 'endedDeskHint' : 'endedHint')}`} />
  if (entry.tries === 0) return <Notice title={t('entering')} />
  // Nobody has sat down yet: nothing is wrong, and no tries are counted.
  if (kind === 'desk' && entry.said?.error === 'nobody') return <Notice title={t('nobodyIn')} hint={t('nobodyInHint')} />
  if (kind === 'desk' && entry.said?.error === 'may-not-watch') return <Notice title={said ?? ''} hint={t('mayNotWatchHint')} />
  return <Notice title={said ?? t('unreachable')} hint={t('unreachableHint', { tries: entry.tries })} />
}

type InsideProps = { readonly room: Room; readonly way: WayIn; readonly onOut: () => void; readonly children: ReactNode }

/** Whether somebody else, or nobody, is let in now. A server that is silent has not said so. */
const isOther = async (me: Me, way: WayIn): Promise<boolean> => {
  const answer = await way.enter()
  return answer.ok ? answer.value.id !== me.id : answer.kind === 'refused'
}

const Inside = ({ room, way, onOut, children }: InsideProps) => {
  const isOut = useRoomSelector((state) => state.link.sessionEnd !== null)
  useEffect(() => connectFeed(room.feed, room.store, room.positions), [room])
  useEffect(() => {
    if (isOut) onOut()
  }, [isOut, onOut])
  useEffect(() => {
    let isOver = false
    const stop = way.onNews(() => void isOther(room.me, way).then((other) => other && !isOver && onOut()))
    return () => {
      isOver = true
      stop()
    }
  }, [room, way, onOut])
  return <RoomProvider room={room}>{children}</RoomProvider>
}

type Props = {
  readonly way: WayIn
  /** The pass opens nothing any more. */
  readonly onEnded: () => void
  readonly store: RoomStore
  readonly feedOf: () => Feed
  /** The session is over, whyever: another store, and in again. */
  readonly onOut: () => void
  readonly children: ReactNode
}

/** To a live board, by itself and for ever: the session, the town's files, the feed. */
export const WallGate = ({ way, onEnded, store, feedOf, onOut, children }: Props) => {
  const { after, chance } = useMachine()
  const [entry, setEntry] = useState<Entry<Room>>({ state: 'entering', tries: 0, said: null })
  useEffect(() => {
    const told = (next: Entry<Files>) => {
      if (next.state === 'in') return setEntry({ ...next, files: openRoom(next.me, next.files, store, feedOf()) })
      if (next.state === 'ended') onEnded()
      setEntry(next)
    }
    return enterForEver({ enter: way.enter, load: () => loadTown(wallHttp), after, chance, news: way.onNews, onEntry: told })
  }, [way, onEnded, store, feedOf, after, chance])
  if (entry.state !== 'in') return <Waiting entry={entry} kind={way.kind} />
  return (
    <Provider store={store}>
      <Inside room={entry.files} way={way} onOut={onOut}>
        {children}
      </Inside>
    </Provider>
  )
}
