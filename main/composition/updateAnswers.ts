import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { app, net, shell } from 'electron'
import type { UpdateState } from '../../shared/contracts/update.ts'
import type { DeskAnswers } from '../desk/openDeskDoor.ts'
import { startAgain } from '../startup/startAgain.ts'
import { installationOf } from '../updates/installation.ts'
import { updateKey } from '../updates/signature.ts'
import { folderSource, serverSource, type UpdateSource } from '../updates/source.ts'
import { updates } from '../updates/updates.ts'
import type { DeskState } from './deskState.ts'

type Needs = {
  readonly state: DeskState
  /** Where the main process runs; its `resources` may hold the room's key. */
  readonly root: string
  /** Electron's folder beside the archive: `process.resourcesPath`. */
  readonly resources: string
  readonly server: () => string | null
  readonly openAlarms: () => number
  readonly now: () => number
  readonly after: (ms: number, act: () => void) => () => void
  readonly changed: (state: UpdateState) => void
}

/** The first look is not taken while the room's windows open, and then a few times a day. */
const firstLookMs = 10 * 60_000
const everyMs = 6 * 60 * 60_000

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const run = (program: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: 'ignore', shell: false, windowsHide: true })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })

/** The program's next version: looked for by itself, installed when a person says so. Answers what pages ask of it. */
export const deskUpdates = ({ state: { home, log, workstation }, root, resources, server, openAlarms, now, after, changed }: Needs) => {
  const appImage = process.env['APPIMAGE'] ?? null
  const packaged = () => {
    const packageType = textOf(join(resources, 'package-type'))
    const installation = installationOf({ platform: process.platform, arch: process.arch, appImage, packageType })
    const key = updateKey(textOf(join(root, 'resources/update-key.pem')) ?? '')
    return installation && key ? { installation, key } : null
  }

  const source = (): UpdateSource | null => {
    const folder = workstation.now().updatesFrom
    if (folder !== null) return isAbsolute(folder) ? folderSource(folder) : null
    const origin = server()
    return origin === null ? null : serverSource({ server: origin, fetch: (url, init) => net.fetch(url, init), after })
  }

  const kept = updates({
    signedFor: app.isPackaged ? packaged() : null,
    source,
    version: app.getVersion(),
    folder: join(home, 'update'),
    installer: { appImage, resources, run, openFile: async (path) => (await shell.openPath(path)) === '' },
    openAlarms,
    now,
    changed,
    leave: (how) => {
      if (how === 'done' && !isEnding) startAgain()
      if (!isEnding) app.quit()
    },
    say: (what, facts) => log.info(what, facts),
  })

  let isEnding = false
  app.on('will-quit', (event) => {
    if (isEnding || !kept.isDueAtQuit()) return
    isEnding = true
    event.preventDefault()
    void kept.quitting().finally(() => app.exit(0))
  })

  const lookAndAgain = () => {
    void kept.look()
    after(everyMs, lookAndAgain)
  }
  after(firstLookMs, lookAndAgain)

  return kept
}

export type DeskUpdates = ReturnType<typeof deskUpdates>

/** Answers are given at once; what happens then is told as `update:changed`. */
export const updateAnswers = (kept: DeskUpdates) =>
  ({
    'update:see': () => kept.see(),
    'update:do': ({ what }) => {
      void (what === 'look' ? kept.look() : kept.install())
      return kept.see()
    },
  }) satisfies Partial<DeskAnswers>
