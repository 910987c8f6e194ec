import { io, type Socket } from 'socket.io-client'

/** While the socket is down the phone asks by itself this often; while it is up, only in case a word was lost. */
const askEveryMs = 15_000
const askAnywayEveryMs = 60_000

type Told = {
  /** Tasks may have changed: ask the server what they are now. */
  readonly onChanged: () => void
  readonly onSocket: (isUp: boolean) => void
  readonly onDead: () => void
}

/** Hears over a socket that the unit's tasks changed, and asks by the clock when there is no socket. The answer stops it. */
export const fieldFeed = (token: string, { onChanged, onSocket, onDead }: Told): (() => void) => {
  const socket: Socket = io('/field', { auth: { token }, transports: ['websocket', 'polling'], reconnectionDelayMax: 10_000 })
  let askedAt = Date.now()

  const ask = () => {
    askedAt = Date.now()
    onChanged()
  }
  const dead = () => {
    socket.disconnect()
    onDead()
  }

  socket.on('connect', () => onSocket(true))
  socket.on('disconnect', () => onSocket(false))
  socket.on('connect_error', (error) => (error.message === 'link-is-dead' ? dead() : onSocket(false)))
  socket.on('link:dead', dead)
  socket.on('tasks:changed', ask)

  const asking = setInterval(() => {
    const waitMs = socket.connected ? askAnywayEveryMs : askEveryMs
    if (Date.now() - askedAt >= waitMs) ask()
  }, askEveryMs)

  return () => {
    clearInterval(asking)
    socket.off()
    socket.disconnect()
  }
}
