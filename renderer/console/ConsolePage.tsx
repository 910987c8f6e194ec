import { useEffect } from 'react'
import { Provider } from 'react-redux'
import { RoomGate } from '../board/RoomGate.tsx'
import { useRoomSelector, type RoomStore } from '../board/store.ts'
import { SessionGate } from '../features/sign-in/SessionGate.tsx'
import { deskOf } from '../feed/desk.ts'
import type { Feed } from '../feed/feed.ts'
import { Looks } from '../ui/theme.tsx'
import { RoomView } from './RoomView.tsx'

type Given = { readonly store: RoomStore; readonly feedOf: () => Feed }

const Dressed = (given: Given) => {
  const { theme, language } = useRoomSelector((state) => state.desk)
  useEffect(
    () =>
      void deskOf(window)
        ?.ask('desk:set', { language })
        .catch(() => {}),
    [language],
  )
  return (
    <Looks theme={theme} language={language}>
      <SessionGate>
        {(me, leave) => (
          <RoomGate key={me.id} me={me} leave={leave} {...given}>
            <RoomView onLeave={() => leave('signed-out')} />
          </RoomGate>
        )}
      </SessionGate>
    </Looks>
  )
}

/** The operator's console: looks, session, room. */
export const ConsolePage = (given: Given) => (
  <Provider store={given.store}>
    <Dressed {...given} />
  </Provider>
)
