import { io, type Socket } from 'socket.io-client'
import type { CatchUp, toConsole, toServer } from '../../shared/contracts/console.ts'
import { decodePositions } from '../../shared/contracts/positions.ts'
import type { Listeners } from '../../shared/contracts/wire.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { batch, paced } from './batch.ts'
import { NoAnswer, type Ask, type Asked, type Answered, type Feed, type FeedListener } from './feed.ts'
import { follower } from './follower.ts'
import { handshakes } from './handshakes.ts'
import { serverClock } from './serverClock.ts'
import { ownServer, type RoomServer } from './serverOf.ts'
import { unpackBoard } from './unpackBoard.ts'

/** Makes the socket; tests have one of their own. */
type Connect = (at: string, options: Parameters<typeof io>[1]) => ConsoleSocket

type ConsoleSocket = Socket<Listeners<typeof toConsole>, Listeners<typeof toServer>>

/** Longer than a group commit under load, shorter than a person's patience. */
const answerWithinMs = 8_000
const followAgainAfterMs = 1_000
const connectAgainAfterMs = 2_000
/** A hidden window gets no animation frames; then this is the pace. */
const batchEveryMs = 50

/** Questions that are answered with a list. */
const lists: readonly Ask[] = ['incident:history', 'calls:earlier', 'incident:questions', 'place:search']

/** What is said without waiting for an answer. */
const told: readonly Ask[] = ['presence:look', 'presence:wall', 'positions:want']

/** The next frame or 50 ms, whichever is sooner, and only once. */
const nextTurn = (flush: () => void) => {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    flush()
  }
  requestAnimationFrame(once)
  setTimeout(once, batchEveryMs)
}

/** After the store's listeners and React are done: a task of its own comes behind theirs. */
const afterDrawing = (act: () => void) => void setTimeout(act, 0)

/** As a browser's socket gives bytes. */
type Packed = ArrayBuffer | Uint8Array<ArrayBuffer>

const bytesOf = (message: ArrayBuffer | Uint8Array): Uint8Array => (message instanceof Uint8Array ? message : new Uint8Array(message))

/**
 * The room as it is now, over a socket.
 *
 * The session is a cookie (a wall says that it is one, and has its own), or what a ticket stands for. The handshake says `auth.protocol`; a server of another version
 * refuses with the message `other-version`, one that does not know the session with `signed-out`, and one that does not
 * know the ticket with `bad-ticket`, after which the next is tried.
 */
export const liveFeed = ({ at, ticket, page }: RoomServer = ownServer, connect: Connect = io): Feed => {
  const socket: ConsoleSocket = connect(at, { autoConnect: false, transports: ['websocket', 'polling'] })
  const clock = serverClock(Date.now)

  const asking = async (name: string, payload: unknown): Promise<unknown> => {
    try {
      return await (socket.timeout(answerWithinMs) as Socket).emitWithAck(name, payload)
    } catch {
      throw new NoAnswer(name)
    }
  }

  const ask = async <K extends Ask>(name: K, payload: Asked<K>): Promise<Answered<K>> => {
    if (told.includes(name)) {
      ;(socket as Socket).emit(name, payload)
      return undefined as Answered<K>
    }
    const answer = await asking(name, payload)
    // The door refuses in one form, also where the answer would be a list.
    if (lists.includes(name) && !Array.isArray(answer)) throw new NoAnswer(name)
    return answer as Answered<K>
  }

  const follow = async (after: number) => {
    const sentAt = Date.now()
    const answer = (await asking('journal:follow', { after })) as CatchUp | { readonly ok: false }
    if ('ok' in answer) throw new NoAnswer('journal:follow')
    clock.heard(answer.now, sentAt, Date.now())
    return answer.kind === 'events' ? answer : { ...answer, board: await unpackBoard(answer.packed as Packed) }
  }

  const start = (listener: FeedListener) => {
    const later = (ms: number, act: () => void) => void setTimeout(act, ms)
    const turns = paced({ now: () => performance.now(), turn: nextTurn, after: later, drawn: afterDrawing })
    const events = batch<RecordedEvent>(turns, listener.onEvents)
    const following = follower({
      follow,
      onBoard: (board) => {
        events.flush()
        listener.onBoard(board)
      },
      onEvents: events.add,
      onLink: listener.onLink,
      now: clock.now,
      later: (retry) => void setTimeout(retry, followAgainAfterMs),
    })
    const positions = batch<Uint8Array>(nextTurn, (messages) => listener.onPositions(messages.flatMap(decodePositions)))

    socket.on('connect', following.connected)
    // A socket that the server closed, or refused at the door, does not try again by itself.
    let again: ReturnType<typeof setTimeout> | undefined
    const connectLater = () => {
      clearTimeout(again)
      again = setTimeout(() => socket.connect(), connectAgainAfterMs)
    }
    const handshake = handshakes({
      ticket,
      page,
      onNone: (why) => {
        socket.disconnect()
        if (why === 'signed-out') return listener.onSessionEnd('expired')
        following.cut()
        connectLater()
      },
    })
    socket.auth = handshake.auth
    socket.on('disconnect', (reason) => {
      following.cut()
      if (reason === 'io server disconnect') connectLater()
    })
    socket.on('connect_error', (error) => {
      if (error.message === 'other-version') return listener.onLink({ state: 'outdated' })
      if (error.message === 'signed-out') return listener.onSessionEnd('expired')
      following.cut()
      if (!socket.active) connectLater()
    })
    socket.on('journal:events', following.arrived)
    socket.on('positions:moved', (message) => positions.add([bytesOf(message)]))
    socket.on('presence:looks', listener.onLooks)
    socket.on('presence:walls', listener.onWalls)
    socket.on('recommendation:offered', listener.onAdvice)
    socket.on('room:health', listener.onHealth)
    socket.on('session:ended', ({ why }) => {
      listener.onSessionEnd(why)
      socket.off('disconnect')
    })
    socket.connect()
    return () => {
      clearTimeout(again)
      handshake.stop()
      socket.off()
      socket.disconnect()
    }
  }

  return { capabilities: { canCommand: true, canSeek: false }, start, now: clock.now, ask }
}
