import type { Me } from '../../shared/contracts/session.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { positionStore } from './positionStore.ts'
import type { Room, TownView } from './room.tsx'
import type { RoomStore } from './store.ts'
import { ticker } from './ticker.ts'
import type { Feed } from '../feed/feed.ts'
import { http } from '../feed/http.ts'

type Files = { readonly taxonomy: Taxonomy; readonly town: TownView }

/** What a page needs of the town before it can show a board; null when the server does not give it. */
export const loadTown = async (): Promise<Files | null> => {
  const [taxonomy, town] = await Promise.all([http<Taxonomy>('GET', '/api/taxonomy'), http<TownView>('GET', '/api/town')])
  return taxonomy.ok && town.ok ? { taxonomy: taxonomy.value, town: town.value } : null
}

/** Everything that the features of one window share. */
export const openRoom = (me: Me, { taxonomy, town }: Files, store: RoomStore, feed: Feed): Room => ({
  feed,
  store,
  positions: positionStore((flush) => void requestAnimationFrame(flush)),
  ticker: ticker(feed.now),
  me,
  taxonomy,
  town,
})
