import type { Me } from '../../shared/contracts/session.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { positionStore } from './positionStore.ts'
import type { Room, TownView } from './room.tsx'
import type { RoomStore } from './store.ts'
import { ticker } from './ticker.ts'
import type { Feed } from '../feed/feed.ts'
import { http, type Http } from '../feed/http.ts'

export type Files = { readonly taxonomy: Taxonomy; readonly town: TownView; readonly hasSecondOpinion: boolean }

type Settings = { readonly hasSecondOpinion: boolean }

/** What a page needs of the town before it can show a board; null when the server does not give it. */
export const loadTown = async (ask: Http = http): Promise<Files | null> => {
  const [taxonomy, town, settings] = await Promise.all([
    ask<Taxonomy>('GET', '/api/taxonomy'),
    ask<TownView>('GET', '/api/town'),
    ask<Settings>('GET', '/api/settings'),
  ])
  if (!taxonomy.ok || !town.ok) return null
  // A room works without a model, so it is opened without being told whether it has one.
  return { taxonomy: taxonomy.value, town: town.value, hasSecondOpinion: settings.ok && settings.value.hasSecondOpinion }
}

/** Everything that the features of one window share. */
export const openRoom = (me: Me, files: Files, store: RoomStore, feed: Feed): Room => ({
  feed,
  store,
  positions: positionStore((flush) => void requestAnimationFrame(flush)),
  ticker: ticker(feed.now),
  me,
  ...files,
})
