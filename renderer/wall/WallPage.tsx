import { useCallback, useState } from 'react'
import { Provider } from 'react-redux'
import type { Desk } from '../board/deskSlice.ts'
import { onDeskChanged, roomStore, useRoomSelector, type RoomStore } from '../board/store.ts'
import type { Feed } from '../feed/feed.ts'
import { Looks } from '../ui/theme.tsx'
import { useWords } from '../ui/words.ts'
import { MachineProvider, type Machine } from './machine.ts'
import { Notice, WallGate } from './WallGate.tsx'
import { WallView } from './WallView.tsx'
import type { WayIn } from './wayIn.ts'
import { wallWords } from './words.ts'
import './wall.css'
import './wall-pages.css'
import './wall-map.css'
import './wall-incident.css'

type Props = {
  /** Null where nothing lets it in. */
  readonly way: WayIn | null
  /** Which wall the address asks for, by number or name. */
  readonly asked: string | null
  readonly machine: Machine
  /** Theme and language of the last time, until the wall's own are known. */
  readonly looks: Partial<Desk>
  readonly keepLooks: (desk: Desk) => void
  readonly feedOf: () => Feed
  readonly onEnded: () => void
}

type DressedProps = Omit<Props, 'machine' | 'looks' | 'keepLooks'> & { readonly store: RoomStore; readonly onOut: () => void }

const Dressed = ({ way, asked, store, ...gate }: DressedProps) => {
  const t = useWords(wallWords)
  const { theme, language } = useRoomSelector((state) => state.desk)
  return (
    <Looks theme={theme} language={language}>
      {way === null ? (
        <Notice title={t('noPass')} hint={t('noPassHint')} />
      ) : (
        <WallGate way={way} store={store} {...gate}>
          <WallView asked={asked} />
        </WallGate>
      )}
    </Looks>
  )
}

/** 大屏: looks, the way in, room. Each session has a store of its own, so that nothing of an ended one is shown. */
export const WallPage = ({ machine, looks, keepLooks, ...gate }: Props) => {
  const fresh = useCallback(
    (begin: Partial<Desk>) => {
      const store = roomStore(begin)
      onDeskChanged(store, keepLooks)
      return store
    },
    [keepLooks],
  )
  const [store, setStore] = useState(() => fresh(looks))
  const [round, setRound] = useState(0)
  const onOut = useCallback(() => {
    setStore((before) => {
      const { theme, language } = before.getState().desk
      return fresh({ theme, language })
    })
    setRound((before) => before + 1)
  }, [fresh])
  return (
    <MachineProvider value={machine}>
      <Provider store={store}>
        <Dressed key={round} store={store} onOut={onOut} {...gate} />
      </Provider>
    </MachineProvider>
  )
}
