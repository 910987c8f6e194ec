import { useEffect } from 'react'
import { hasMap, useDeskWindow } from './deskWindow.ts'
import { useRoom } from './room.tsx'
import { sharedDesk, type DeskWire } from './sharedDesk.ts'

const channelName = 'xiaonao.desk'

/** Between pages of one origin in one browser, and nobody else. */
const openWire = (): DeskWire & { readonly close: () => void } => {
  const channel = new BroadcastChannel(channelName)
  return {
    post: (message) => channel.postMessage(message),
    listen: (act) => {
      const heard = (event: MessageEvent) => act(event.data)
      channel.addEventListener('message', heard)
      return () => channel.removeEventListener('message', heard)
    },
    close: () => channel.close(),
  }
}

/** This window chooses with the others of its desk from now on. */
export const useSharedDesk = (): void => {
  const own = useDeskWindow()
  const { store, me } = useRoom()
  useEffect(() => {
    if (own.desk === null || typeof BroadcastChannel === 'undefined') return
    const wire = openWire()
    const self = { id: own.id, account: me.id, desk: own.desk, hasMap: hasMap(own) }
    const shared = sharedDesk({ store, wire, self, now: Date.now })
    shared.ask()
    // A page that slept may have missed something.
    const awake = () => {
      if (document.visibilityState === 'visible') shared.ask()
    }
    document.addEventListener('visibilitychange', awake)
    window.addEventListener('pageshow', awake)
    return () => {
      document.removeEventListener('visibilitychange', awake)
      window.removeEventListener('pageshow', awake)
      shared.leave()
      wire.close()
    }
  }, [own, store, me])
}
