import { z } from 'zod'
import { growingPause } from '../pauses/growingPause.ts'
import type { RoomBegun } from '../../shared/contracts/deskRoom.ts'

/** What the server tells the program that started it, once it can be used. */
const Ready = z.object({
  kind: z.literal('ready'),
  address: z.url(),
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

/** How the server is started on a port; 0 is any that is free. */
type ArgsAt = (port: number) => readonly string[]

type Needs = {
  readonly fork: (args: readonly string[]) => ServerProcess
  readonly after: (ms: number, act: () => void) => () => void
  readonly now: () => number
  /** The server died under open windows and is being started again. */
  readonly onCrash: (code: number) => void
}

/** First a moment, so that its port is free again. */
const againAfterMs: readonly number[] = [500, 2_000, 5_000, 15_000, 60_000]
const wellAfterMs = 5 * 60_000
/** What it printed last, for the person who reads why it did not start. */
const keptWords = 2_000

/**
 * The room's server on this very machine, kept alive: started with the program's windows, started again when it dies,
 * at the same address, so that open windows find it by themselves; stopped with the program.
 */
export const localRoom = ({ fork, after, now, onCrash }: Needs) => {
  let running: ServerProcess | null = null
  /** The running one was told to end and is still at it. */
  let isEnding = false
  let ended: Promise<void> = Promise.resolve()
  let isWanted = false
  let round = 0
  const pause = growingPause(againAfterMs, wellAfterMs)
  let cancelAgain = () => {}
  let begun: Promise<RoomBegun> | null = null

  const run = (argsAt: ArgsAt, port: number, first: ((begun: RoomBegun) => void) | null) => {
    const process = fork(argsAt(port))
    const startedAt = now()
    let gone = () => {}
    let portNow = port
    let said = ''
    let isReady = false
    running = process
    isEnding = false
    ended = new Promise((resolve) => (gone = resolve))
    process.onSaid((text) => void (said = `${said}${text}`.slice(-keptWords)))
    process.onMessage((message) => {
      const ready = Ready.safeParse(message)
      if (!ready.success || isReady) return
      isReady = true
      const { address, accounts, password, mustChange }: Ready = ready.data
      portNow = Number(new URL(address).port)
      first?.({ ok: true, server: address, accounts, password, mustChange })
    })
    process.onExit((code) => {
      const wasTold = isEnding
      running = null
      isEnding = false
      gone()
      if (!isReady && first) {
        if (!wasTold) isWanted = false
        return first({ ok: false, why: 'cannot-start', said: said.trim() })
      }
      if (wasTold || !isWanted) return
      onCrash(code)
      cancelAgain = after(pause.fell(now() - startedAt), () => run(argsAt, portNow, null))
    })
  }

  return {
    /**
     * Resolves when it can be used, or with what it said when it could not start. A second begin while it runs is the
     * first one's answer again; one while the last server still ends waits for that, since both would want one port.
     */
    begin: (port: number, argsAt: ArgsAt): Promise<RoomBegun> => {
      if (isWanted && begun) return begun
      isWanted = true
      pause.begin()
      round += 1
      const mine = round
      const start = () => new Promise<RoomBegun>((resolve) => run(argsAt, port, resolve))
      const stopped: RoomBegun = { ok: false, why: 'stopped', said: '' }
      begun = running ? ended.then(() => (isWanted && mine === round ? start() : stopped)) : start()
      return begun
    },
    isRunning: () => running !== null,
    stop: () => {
      isWanted = false
      cancelAgain()
      isEnding = running !== null
      running?.stop()
    },
  }
}

export type LocalRoom = ReturnType<typeof localRoom>
