import { z } from 'zod'
import { growingPause } from '../pauses/growingPause.ts'
import type { RoomBegun } from '../../shared/contracts/deskRoom.ts'
import { serverExit } from '../../shared/contracts/serverExit.ts'

/** What the server tells the program that started it, once it can be used. */
const Ready = z.object({
  kind: z.literal('ready'),
  address: z.url(),
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  password: z.string().nullable(),
  mustChange: z.boolean(),
})

/** A process of the server, whoever runs it. */
export type ServerProcess = {
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onSaid: (listener: (text: string) => void) => void
  readonly onExit: (listener: (code: number) => void) => void
  readonly stop: () => void
}

/** How the server is started on a port; 0 is any that is free. */
type ArgsAt = (port: number) => readonly string[]

export type Up = Extract<RoomBegun, { ok: true }>
/** `isPortTaken`: it would start on another port. */
export type Started = Up | (Extract<RoomBegun, { ok: false }> & { readonly isPortTaken: boolean })

/**
 * `wasReady`: it died under open windows; else it did not start. `said`: what it printed last; nothing of one that was ready,
 * since the password of the first day stands among it.
 */
export type Fall = { readonly code: number; readonly said: string; readonly wasReady: boolean }

type Needs = {
  readonly fork: (args: readonly string[]) => ServerProcess
  readonly after: (ms: number, act: () => void) => () => void
  readonly now: () => number
  /** It can be used, for the first time or again. */
  readonly onUp: (up: Up) => void
  /** It ended without being told to, or did not start, and is started again. */
  readonly onFall: (fall: Fall) => void
}

/** First a moment, so that its port is free again. */
const againAfterMs: readonly number[] = [500, 2_000, 5_000, 15_000, 60_000]
const wellAfterMs = 5 * 60_000
/** What it printed last, for the person who reads why it did not start. */
const keptWords = 2_000

const stopped: Started = { ok: false, why: 'stopped', said: '', isPortTaken: false }

/**
 * The room's server on this very machine, kept alive: started with the program's windows, started again when it dies,
 * at the same address, so that open windows find it by themselves; stopped with the program.
 */
export const localRoom = ({ fork, after, now, onUp, onFall }: Needs) => {
  let running: ServerProcess | null = null
  /** The running one was told to end and is still at it. */
  let isEnding = false
  let ended: Promise<void> = Promise.resolve()
  let isWanted = false
  /** It is this machine's room for good: a start that fails is tried again. */
  let isLasting = false
  /** It was ready since it was begun. */
  let hasStood = false
  let round = 0
  const pause = growingPause(againAfterMs, wellAfterMs)
  let cancelAgain = () => {}
  /** The start that everybody is answered with: the one that succeeded, or the one that goes on. */
  let begun: Promise<Started> | null = null

  const run = (argsAt: ArgsAt, port: number, answer: (started: Started) => void) => {
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
      if (!ready.success || isReady || isEnding) return
      isReady = true
      isLasting = true
      hasStood = true
      const { address, accounts, password, mustChange } = ready.data
      portNow = Number(new URL(address).port)
      const up: Up = { ok: true, server: address, accounts, password, mustChange }
      onUp(up)
      answer(up)
    })
    process.onExit((code) => {
      const wasTold = isEnding
      running = null
      isEnding = false
      gone()
      if (!hasStood && !wasTold) begun = null
      answer({ ok: false, why: 'cannot-start', said: said.trim(), isPortTaken: code === serverExit.portTaken })
      if (wasTold || !isWanted) return
      isWanted = isLasting
      if (!isWanted) return
      onFall({ code, said: isReady ? '' : said.trim(), wasReady: isReady })
      cancelAgain = after(pause.fell(now() - startedAt), () => void start(argsAt, portNow))
    })
  }

  /** One that stood is everybody's answer for good; one that did not start is nobody's any more. */
  const start = (argsAt: ArgsAt, port: number): Promise<Started> => {
    const started = new Promise<Started>((resolve) => run(argsAt, port, resolve))
    begun ??= started
    return started
  }

  const want = (port: number, argsAt: ArgsAt): Promise<Started> => {
    if (isWanted && begun) return begun
    cancelAgain()
    isWanted = true
    pause.begin()
    round += 1
    const mine = round
    hasStood = false
    begun = null
    if (!running) return start(argsAt, port)
    begun = ended.then(() => {
      if (!isWanted || mine !== round) return stopped
      begun = null
      return start(argsAt, port)
    })
    return begun
  }

  return {
    /**
     * Resolves when it can be used, or with what it said when it could not start. A second begin while it runs is the
     * first one's answer again; one while the last server still ends waits for that, since both would want one port.
     */
    begin: want,
    /** As `begin`, for the room of an earlier day: resolves as the first start ended, and goes on trying until one succeeds. */
    resume: (port: number, argsAt: ArgsAt): Promise<Started> => {
      isLasting = true
      return want(port, argsAt)
    },
    isRunning: () => running !== null,
    stop: () => {
      isWanted = false
      isLasting = false
      cancelAgain()
      isEnding = running !== null
      running?.stop()
    },
  }
}

export type LocalRoom = ReturnType<typeof localRoom>
