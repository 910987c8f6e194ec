import { join } from 'node:path'
import { dialog, utilityProcess } from 'electron'
import type { RoomBegun } from '../../shared/contracts/deskRoom.ts'
import { keepTown } from '../room/keepTown.ts'
import { localRoom, type Started, type ServerProcess } from '../room/localRoom.ts'
import { serverRoot } from '../room/serverRoot.ts'
import type { RoomAt } from '../settings/workstation.ts'
import type { DeskState } from './deskState.ts'

type Needs = {
  readonly state: Pick<DeskState, 'workstation' | 'accounts' | 'log' | 'home'>
  /** The root of the packaged tree, with `dist/server` and `resources`. */
  readonly root: string
  readonly now: () => number
  readonly after: (ms: number, act: () => void) => () => void
  /** The server of this machine can be used, for the first time or again. */
  readonly up: () => void
  /** It did not start; `trouble` says why until it is up. */
  readonly fell: () => void
}

const firstPort = 8135
/** Windows that say how they are cut off are more to a person than none: longer they do not wait for the server. */
const windowsWaitMs = 10_000

const forkServer =
  (root: string) =>
  (args: readonly string[]): ServerProcess => {
    const child = utilityProcess.fork(join(root, 'dist/server/main.js'), [...args], {
      cwd: root,
      stdio: 'pipe',
      serviceName: '小脑 server',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    return {
      onMessage: (listener) => void child.on('message', listener),
      onSaid: (listener) => {
        child.stdout?.on('data', (text: Buffer) => listener(text.toString()))
        child.stderr?.on('data', (text: Buffer) => listener(text.toString()))
      },
      onExit: (listener) => void child.on('exit', listener),
      stop: () => void child.kill(),
    }
  }

/** Null: no file was chosen. */
const chosenTown = async (): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: '选择街道文件 / Choose the town’s file',
    filters: [{ name: 'JSON', extensions: ['json'] }],
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

const answerOf = (started: Started): RoomBegun => (started.ok ? started : { ok: false, why: started.why, said: started.said })

/** The room that runs on this very machine: begun by a person, started again on later days. */
export const roomHere = ({ state: { workstation, accounts, log, home }, root, now, after, up, fell }: Needs) => {
  /** Where its server really listens, once it does. */
  let server: string | null = null
  let trouble: string | null = null
  const local = localRoom({
    fork: forkServer(serverRoot(root)),
    after,
    now,
    onUp: (told) => {
      ;({ server } = told)
      trouble = null
      accounts.told(told)
      up()
    },
    onFall: ({ wasReady, ...how }) => {
      log.warn(wasReady ? 'the server on this machine ended and is started again' : 'the server on this machine does not start', how)
      if (wasReady) return
      trouble = how.said
      fell()
    },
  })

  /** `town` is asked at each start, since the file that was chosen is copied once the room stands. */
  const argsWith =
    (town: () => string | null) =>
    (port: number): readonly string[] => {
      const file = town()
      return [
        '--data',
        join(home, 'room'),
        '--port',
        String(port),
        ...(file === null ? [] : ['--town', file]),
        ...(process.env['XIAONAO_DEMO'] === 'yes' ? ['--demo'] : []),
      ]
    }

  return {
    /** Null while it never was up. */
    server: () => server,
    /** What it said when it did not start; null while it is up or was not tried. */
    trouble: () => trouble,
    begin: async (which: 'example' | 'own'): Promise<RoomBegun> => {
      let town = which === 'own' ? await chosenTown() : null
      if (which === 'own' && town === null) return { ok: false, why: 'stopped', said: '' }
      const start = (port: number) =>
        local.begin(
          port,
          argsWith(() => town),
        )
      // An address that phones and printed codes can keep: the usual one, or whatever is free when that is taken.
      const wished = await start(firstPort)
      const begun = !wished.ok && wished.isPortTaken ? await start(0) : wished
      if (!begun.ok) {
        log.warn('the server on this machine does not start', { said: begun.said })
        return answerOf(begun)
      }
      const port = Number(new URL(begun.server).port)
      if (town !== null) town = await keepTown(home, town, (error) => log.trouble('the town’s file', error))
      return workstation.keep({ room: { kind: 'this-machine', port, town } })
        ? begun
        : { ok: false, why: 'cannot-start', said: 'cannot write settings' }
    },
    /** Resolves when it is up, or when it is time for windows that are cut off; until it is up it is tried again. */
    resume: ({ port, town }: Extract<RoomAt, { kind: 'this-machine' }>): Promise<void> => {
      const started = local.resume(
        port,
        argsWith(() => town),
      )
      return new Promise((resolve) => {
        const cancel = after(windowsWaitMs, resolve)
        void started.then(() => {
          cancel()
          resolve()
        })
      })
    },
    stop: local.stop,
    leave: () => {
      local.stop()
      server = null
      trouble = null
    },
  }
}
