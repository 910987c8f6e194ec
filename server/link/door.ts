import type { Socket } from 'socket.io'
import type { Answers, Message, Wire } from '../../shared/contracts/wire.ts'

/** Enough for a person and their key repeat; far below what would slow the others. */
const perSecond = 40
const burst = 120

/** Says whether one more message may pass; each socket has its own. */
const tokenBucket = (now: () => number) => {
  let tokens = burst
  let filledAt = now()
  return (): boolean => {
    const at = now()
    tokens = Math.min(burst, tokens + (Math.max(0, at - filledAt) / 1_000) * perSecond)
    filledAt = at
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}

const malformed = (problem: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined) => ({
  ok: false,
  refusal: { reason: 'malformed', field: problem?.path.join('.') ?? '', problem: problem?.message ?? 'not understood' },
})

type Needs<W extends Wire, Asker> = {
  readonly socket: Socket
  readonly wire: W
  readonly answers: Answers<W, Asker>
  /** Who asks, looked up anew for each message: a revoked session is refused at once. Null: gone. */
  readonly asker: () => Promise<Asker | null>
  readonly now: () => number
  readonly onTrouble: (error: unknown, message: string) => void
}

/**
 * The door of one socket: every message is counted, its sender looked up, its payload checked, and only
 * then handed on. What does not fit is answered with a refusal where an answer is waited for, and
 * dropped where not. Nothing a page sends can throw past here.
 */
export const openDoor = <W extends Wire, Asker>({ socket, wire, answers, asker, now, onTrouble }: Needs<W, Asker>): void => {
  const mayPass = tokenBucket(now)

  const handle = async (name: keyof W & string, message: Message, payload: unknown): Promise<unknown> => {
    if (!mayPass()) return { ok: false, refusal: { reason: 'too-many' } }
    const who = await asker()
    if (who === null) return { ok: false, refusal: { reason: 'no-right', command: name } }
    const parsed = message.payload.safeParse(payload)
    if (!parsed.success) return malformed(parsed.error.issues[0])
    return (answers[name] as (payload: unknown, asker: Asker) => unknown)(parsed.data, who)
  }

  for (const [name, message] of Object.entries(wire)) {
    socket.on(name, (...said: readonly unknown[]) => {
      // The one who waits for an answer is always the last thing said, whatever stands before it.
      const last = said.at(-1)
      const reply = typeof last === 'function' ? (last as (answer: unknown) => void) : null
      const payload = said[0] === reply ? undefined : said[0]
      void handle(name, message, payload)
        .catch((error: unknown) => {
          onTrouble(error, name)
          return { ok: false, refusal: { reason: 'cannot-keep' } }
        })
        .then((answer) => reply?.(answer))
        .catch((error: unknown) => onTrouble(error, name))
    })
  }
}
