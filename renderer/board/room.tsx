import { createContext, useContext, useSyncExternalStore, useCallback, type ReactNode } from 'react'
import { Provider } from 'react-redux'
import type { Me } from '../../shared/contracts/session.ts'
import type { Position } from '../../shared/contracts/positions.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import { get } from '../../shared/domain/board/table.ts'
import type { IncidentId, UnitId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { Unit } from '../../shared/domain/unit/unit.ts'
import type { Feed } from '../feed/feed.ts'
import type { PositionStore } from './positionStore.ts'
import { useRoomSelector, type RoomStore } from './store.ts'
import type { Pace, Ticker } from './ticker.ts'

/** What a page knows of the town's file: GET /api/town. Units come with the board, roads with the map. */
export type TownView = Pick<
  Town,
  | 'id'
  | 'nameZh'
  | 'nameEn'
  | 'district'
  | 'center'
  | 'boundary'
  | 'utcOffsetMinutes'
  | 'communities'
  | 'grids'
  | 'buildings'
  | 'places'
  | 'departments'
>

/** Everything a feature may ask for besides the store. */
export type Room = {
  readonly feed: Feed
  readonly store: RoomStore
  readonly positions: PositionStore
  readonly ticker: Ticker
  readonly me: Me
  readonly taxonomy: Taxonomy
  readonly town: TownView
  /** The room runs a model that can be asked for a second opinion. */
  readonly hasSecondOpinion: boolean
}

const RoomContext = createContext<Room | null>(null)

export const RoomProvider = ({ room, children }: { readonly room: Room; readonly children: ReactNode }) => (
  <Provider store={room.store}>
    <RoomContext value={room}>{children}</RoomContext>
  </Provider>
)

export const useRoom = (): Room => {
  const room = useContext(RoomContext)
  if (!room) throw new Error('useRoom is asked inside RoomProvider')
  return room
}

/** The room's clock, UTC ms: the server's, or a replay's cursor. Changes once a second, or four times where that is too coarse. */
export const useNow = (pace: Pace = 1): number => {
  const { ticker } = useRoom()
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(pace, listener), [ticker, pace])
  return useSyncExternalStore(subscribe, () => ticker.now(pace))
}

/** The board; pages show regions only once it has come. */
export const useBoard = (): Board => {
  const board = useRoomSelector((state) => state.board)
  if (!board) throw new Error('useBoard is asked only after the first catch-up')
  return board
}

export const useIncident = (id: IncidentId | null): Incident | null =>
  useRoomSelector((state) => (state.board && id ? (get(state.board.incidents, id) ?? null) : null))

export const useUnit = (id: UnitId | null): Unit | null =>
  useRoomSelector((state) => (state.board && id ? (get(state.board.units, id) ?? null) : null))

/** The newest fix of one unit, or undefined. */
export const usePosition = (unit: UnitId): Position | undefined => {
  const { positions } = useRoom()
  const subscribe = useCallback(
    (listener: () => void) => positions.subscribe((moved) => void (moved.has(unit) && listener())),
    [positions, unit],
  )
  return useSyncExternalStore(subscribe, () => positions.get(unit))
}
