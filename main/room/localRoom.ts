import { z } from 'zod'
import type { RoomBegun } from '../../shared/contracts/deskRoom.ts'

/** What the server tells the program that started it, once it can be used. */
const Ready = z.object({
  kind: z.literal('ready'),
  address: z.string(),
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  password: z.string().nullable(),
  mustChange: z.boolean(),
})
type Ready = z.infer<typeof Ready>

/** A process of the server, whoever runs it. */
export type ServerProcess = {
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onSaid: (listener: (text: string) => void) => void
  readonly onExit: (listener: (code: number) => void) => void
  readonly stop: () => void
}

type Needs = {
  readonly fork: (args: readonly string[]) => ServerProcess
  readonly after: (ms: number, act: () => void) => () => void
  readonly now: () => number
  /** The server died under open windows and is being started again. */
  readonly onCrash: (code: number) => void
}

/** First a moment, then longer: a server that cannot start must not eat the machine that people are to mend it on. */
const againAfterMs: readonly number[] = [500, 2_000, 5_000, 15_000, 60_000]
/** Having run this long, it was well: the next fall is a first one again. */
const wellAfterMs = 5 * 60_000
/** What it printed last, for the person who reads why it did not start. */
const keptWords = 2_000

/**
 * The room's server on this very machine, kept alive: started with the program's windows, started again when it dies,
 * at the same address, so that open windows find it by themselves; stopped with the program.
 */
export const localRoom = ({ fork, after, now, onCrash }: Needs) => {
  let running: ServerProcess | null = null
  let isWanted = false
  let falls = 0
  let cancelAgain = () => {}
  let begun: Promise<RoomBegun> | null = null

  const run = (args: readonly string[], first: ((begun: RoomBegun) => void) | null) => {
    const process = fork(args)
    const startedAt = now()
    let said = ''
    let isReady = false
    running = process
    process.onSaid((text) => void (said = `${said}${text}`.slice(-keptWords)))
    process.onMessage((message) => {
      const ready = Ready.safeParse(message)
      if (!ready.success || isReady) return
      isReady = true
      const { address, accounts, password, mustChange }: Ready = ready.data
      first?.({ ok: true, server: address, accounts, password, mustChange })
    })
    process.onExit((code) => {
      if (running === process) running = null
      if (!isReady && first) {
        isWanted = false
        return first({ ok: false, why: 'cannot-start', said: said.trim() })
      }
      if (!isWanted) return
      if (now() - startedAt >= wellAfterMs) falls = 0
      onCrash(code)
      const waitMs = againAfterMs[Math.min(falls, againAfterMs.length - 1)] ?? 0
      falls += 1
      cancelAgain = after(waitMs, () => run(args, null))
    })
  }

  return {
    /** Resolves when it can be used, or with what it said when it could not start. A second begin while it runs is the first one's answer again. */
    begin: (args: readonly string[]): Promise<RoomBegun> => {
      if (isWanted && begun) return begun
      isWanted = true
      falls = 0
      begun = new Promise((resolve) => run(args, resolve))
      return begun
    },
    isRunning: () => running !== null,
    stop: () => {
      isWanted = false
      cancelAgain()
      running?.stop()
    },
  }
}

export type LocalRoom = ReturnType<typeof localRoom>
