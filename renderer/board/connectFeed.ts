import type { Feed } from '../feed/feed.ts'
import { adviceArrived } from './adviceSlice.ts'
import { boardArrived, eventsArrived } from './boardSlice.ts'
import { healthArrived, linkChanged, sessionEnded } from './linkSlice.ts'
import type { PositionStore } from './positionStore.ts'
import { looksArrived, wallsArrived } from './presenceSlice.ts'
import type { RoomStore } from './store.ts'

/** Lets a feed tell a store; the answer stops it. */
export const connectFeed = (feed: Feed, { dispatch }: RoomStore, positions: PositionStore): (() => void) =>
  feed.start({
    onBoard: (board) => void dispatch(boardArrived(board)),
    onEvents: (events) => void dispatch(eventsArrived(events)),
    onPositions: positions.moved,
    onLink: (link) => void dispatch(linkChanged(link)),
    onLooks: (looks) => void dispatch(looksArrived(looks)),
    onWalls: (walls) => void dispatch(wallsArrived(walls)),
    onAdvice: (recommendation) => void dispatch(adviceArrived(recommendation)),
    onHealth: (health) => void dispatch(healthArrived(health)),
    onSessionEnd: (why) => void dispatch(sessionEnded(why)),
  })
