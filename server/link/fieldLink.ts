import type { Namespace, Server } from 'socket.io'
import { z } from 'zod'
import type { TownId, UnitId } from '../../shared/domain/ids.ts'
import { isOwnPage } from './ownPage.ts'

type Pass = { readonly unit: UnitId; readonly town: TownId; readonly expiresAt: number }

type Needs = {
  readonly now: () => number
  /** The unit behind a link; null when it is unknown, expired or revoked. */
  readonly unitOf: (token: string) => Pass | null | Promise<Pass | null>
}

/** The sockets of the field phones: they hear that something changed and ask over HTTP what it is. */
export type FieldLink = {
  /** The unit has a new task, or one of its tasks changed. */
  readonly tasksChanged: (town: TownId, unit: UnitId) => void
  /** Ends the sockets whose link is no longer good: called when links are revoked, and by the link itself every minute. */
  readonly endDead: () => Promise<void>
  /** How many units of the town have a phone connected. */
  readonly unitsOnline: (town: TownId) => number
  readonly isOnline: (town: TownId, unit: UnitId) => boolean
  readonly close: () => void
}

const Auth = z.object({ token: z.string().min(16).max(128) })

/** A dead link is noticed by every request; its socket, which only hears, may live this much longer. */
const lookEveryMs = 60_000

const roomOf = (town: TownId, unit: UnitId) => `unit:${town}:${unit}`

type Known = { readonly pass: Pass; readonly token: string }

export const fieldLink = (io: Server, { unitOf, now }: Needs): FieldLink => {
  const field: Namespace = io.of('/field')

  const livePass = async (token: string): Promise<Pass | null> => {
    const pass = await unitOf(token)
    return pass && pass.expiresAt > now() ? pass : null
  }

  field.use((socket, next) => {
    // Desks' pages may knock at this server, but a phone's page is always this server's own.
    if (!isOwnPage(socket.handshake.headers)) return next(new Error('foreign-page'))
    const auth = Auth.safeParse(socket.handshake.auth)
    if (!auth.success) return next(new Error('link-is-dead'))
    const { token } = auth.data
    void livePass(token).then(
      (pass) => {
        if (!pass) return next(new Error('link-is-dead'))
        socket.data = { pass, token } satisfies Known
        return next()
      },
      () => next(new Error('cannot-look-up')),
    )
  })

  field.on('connection', (socket) => {
    const { pass } = socket.data as Known
    void socket.join(roomOf(pass.town, pass.unit))
    // What happened while the phone was away is asked for, not kept for it.
    socket.emit('tasks:changed')
  })

  const endDead = async (): Promise<void> => {
    for (const socket of field.sockets.values()) {
      const still = await livePass((socket.data as Known).token).catch(() => (socket.data as Known).pass)
      if (still) continue
      socket.emit('link:dead')
      socket.disconnect()
    }
  }

  const waker = setInterval(() => void endDead(), lookEveryMs)
  waker.unref()

  return {
    tasksChanged: (town, unit) => void field.to(roomOf(town, unit)).emit('tasks:changed'),
    endDead,
    unitsOnline: (town) => [...field.adapter.rooms.keys()].filter((room) => room.startsWith(`unit:${town}:`)).length,
    isOnline: (town, unit) => field.adapter.rooms.has(roomOf(town, unit)),
    close: () => clearInterval(waker),
  }
}
