import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { toServer, type RoomHealth } from '../../shared/contracts/console.ts'
import { encodePositions, type Position } from '../../shared/contracts/positions.ts'
import type { Me } from '../../shared/contracts/session.ts'
import type { Answers } from '../../shared/contracts/wire.ts'
import { protocolVersion } from '../../shared/contracts/version.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { WallId, type TownId } from '../../shared/domain/ids.ts'
import { maskEvent } from '../../shared/domain/room/masked.ts'
import { mayAsk, mayWatch } from '../../shared/domain/room/rights.ts'
import type { Recommendation } from '../../shared/domain/routing/recommendation.ts'
import { openDoor } from './door.ts'
import { eventQueue } from './eventQueue.ts'
import { lookBook, type LookBook } from './lookBook.ts'
import { deskOrigins, mayKnock } from './ownPage.ts'
import { shownAt, type Shown } from './shownAt.ts'
import { wallBook, type WallBook } from './wallBook.ts'

/** Who asks over a console's socket. */
export type ConsoleAsker = { readonly me: Me; readonly socket: Socket; readonly origin: string }

/** The person behind a session, and the session's public name, by which it is revoked: all that a socket remembers of its handshake. */
export type ConsoleSession = { readonly me: Me; readonly session: string }

export type ConsoleAnswers = Answers<typeof toServer, ConsoleAsker>

/** What sockets say of themselves for the others to see; gone with them, and in no journal. */
export type Presence = { readonly looks: LookBook; readonly walls: WallBook }

export type EndReason = 'signed-out' | 'revoked' | 'expired' | 'rights-changed'

type Needs = {
  readonly http: HttpServer
  readonly now: () => number
  /** Null when what is shown is unknown, expired, used or revoked. */
  readonly letIn: (shown: Shown) => Promise<ConsoleSession | null>
  /** A session that was let in, as it stands now; null when it has ended. */
  readonly sessionOf: (session: string) => Promise<ConsoleSession | null>
  /** Origins of pages that are ours beside the desktop app's, by the settings. */
  readonly pageOrigins: readonly string[]
  readonly answers: (presence: Presence) => ConsoleAnswers
  readonly onTrouble: (error: unknown, message: string) => void
}

/** The sockets of the consoles: commands up, events down. */
export type ConsoleLink = {
  readonly io: Server
  readonly tellEvents: (town: TownId, events: readonly RecordedEvent[]) => void
  readonly tellPositions: (town: TownId, positions: readonly Position[]) => void
  readonly offer: (town: TownId, recommendation: Recommendation) => void
  readonly tellHealth: (town: TownId, health: RoomHealth) => void
  /** Tells every page of a session that it is over, and hangs up. */
  readonly end: (whose: { readonly session: string }, why: EndReason) => Promise<void>
  /** Looks after every socket's session and ends those that ran out; by the link itself every minute. */
  readonly endDead: () => Promise<void>
  readonly count: (town: TownId) => number
  readonly close: () => Promise<void>
}

/** A session that ran out is refused with its next word; a page that only listens hears at most this much longer. */
const lookEveryMs = 60_000

/** A message this large is no person's: commands are under 10 kB. */
const largestMessageBytes = 128 * 1024

/** Which consoles follow the journal of a town: those that have caught up. */
export const followers = (town: TownId) => `follow:${town}`
const everyoneIn = (town: TownId) => `town:${town}`
/** Those who may see the incidents of a town. */
const watchersOf = (town: TownId) => `watch:${town}`
/** Those of them who look at a map: all, until they say that they do not. */
export const positionsOf = (town: TownId) => `positions:${town}`

/** Those who are told who looks at which incident. */
const lookersOf = (town: TownId) => `look:${town}`
/** Everyone but the walls. */
const desksOf = (town: TownId) => `desk:${town}`

export const consoleLink = ({ http, now, letIn, sessionOf, pageOrigins, answers, onTrouble }: Needs): ConsoleLink => {
  const io = new Server(http, {
    maxHttpBufferSize: largestMessageBytes,
    serveClient: false,
    allowRequest: ({ headers }, answer) => answer(null, mayKnock(headers, pageOrigins)),
    // A page whose socket is not let through by the network polls over HTTP, which its browser allows it only so.
    cors: { origin: deskOrigins(pageOrigins) },
    // A cut cable is noticed within 10 s, so that the page can say since when it does not know.
    pingInterval: 5_000,
    pingTimeout: 5_000,
    perMessageDeflate: { threshold: 4_096 },
  })
  const looks = lookBook()
  const walls = wallBook(now)
  const table = answers({ looks, walls })

  io.use((socket, next) => {
    const { auth } = socket.handshake
    if (auth['protocol'] !== protocolVersion) return next(new Error('other-version'))
    // Who has lost a ticket may have another, so its session need not be over.
    const no = new Error('ticket' in auth ? 'bad-ticket' : 'signed-out')
    const shown = shownAt(socket.handshake)
    if (!shown) return next(no)
    void letIn(shown).then(
      (found) => {
        if (!found) return next(no)
        socket.data = found
        return next()
      },
      () => next(new Error('cannot-look-up')),
    )
  })

  const endIfDead = async (socket: Socket): Promise<void> => {
    const known = socket.data as ConsoleSession
    const still = await sessionOf(known.session).catch((error: unknown) => {
      onTrouble(error, 'session')
      return known
    })
    if (still) return
    socket.emit('session:ended', { why: 'expired' satisfies EndReason })
    socket.disconnect(true)
  }

  const tellLooks = (town: TownId) => io.to(lookersOf(town)).emit('presence:looks', looks.of(town))

  const tellWalls = (town: TownId) => io.to(desksOf(town)).emit('presence:walls', walls.of(town))

  io.on('connection', (socket) => {
    const { me, session } = socket.data as ConsoleSession
    void socket.join([everyoneIn(me.town), `session:${session}`])
    // It may have ended while the handshake was looked up, when no room could reach this socket yet.
    void endIfDead(socket)
    if (mayWatch(me.role)) void socket.join([watchersOf(me.town), positionsOf(me.town)])
    if (mayAsk(me.role)) {
      void socket.join(lookersOf(me.town))
      socket.emit('presence:looks', looks.of(me.town))
    }
    if (me.role === 'wall') walls.hang(socket.id, me.town, WallId.parse(me.id))
    else {
      void socket.join(desksOf(me.town))
      socket.emit('presence:walls', walls.of(me.town))
    }
    socket.on('disconnect', () => {
      looks.leave(socket.id)
      tellLooks(me.town)
      walls.leave(socket.id)
    })
    const asker = async (): Promise<ConsoleAsker | null> => {
      const still = await sessionOf(session)
      return still && { me: still.me, socket, origin: `console:${socket.handshake.address}` }
    }
    openDoor({ socket, wire: toServer, answers: table, asker, now, onTrouble })
  })

  looks.onChange(tellLooks)
  walls.onChange(tellWalls)

  const endDead = async (): Promise<void> => void (await Promise.all([...io.sockets.sockets.values()].map(endIfDead)))
  const waker = setInterval(() => void endDead(), lookEveryMs)
  waker.unref()

  const queues = new Map<TownId, ReturnType<typeof eventQueue>>()
  const outgoing = (town: TownId) => {
    const known = queues.get(town)
    if (known) return known
    const made = eventQueue((events) => {
      if ((io.sockets.adapter.rooms.get(followers(town))?.size ?? 0) === 0) return
      io.to(followers(town)).emit('journal:events', events.map(maskEvent))
    })
    queues.set(town, made)
    return made
  }

  return {
    io,
    tellEvents: (town, events) => outgoing(town).push(events),
    tellPositions: (town, positions) => void io.to(positionsOf(town)).volatile.emit('positions:moved', encodePositions(positions)),
    offer: (town, recommendation) => void io.to(followers(town)).emit('recommendation:offered', recommendation),
    tellHealth: (town, health) => void io.to(everyoneIn(town)).emit('room:health', health),
    end: async ({ session }, why) => {
      const room = `session:${session}`
      io.to(room).emit('session:ended', { why })
      io.in(room).disconnectSockets(true)
    },
    endDead,
    count: (town) => io.sockets.adapter.rooms.get(desksOf(town))?.size ?? 0,
    close: () => {
      clearInterval(waker)
      return new Promise((resolve) => void io.close(() => resolve()))
    },
  }
}
