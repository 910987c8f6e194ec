import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, watch, writeFileSync, type FSWatcher } from 'node:fs'
import { join } from 'node:path'
import type { Paths } from './paths.ts'

export type InstanceLock = {
  readonly request: (data?: Record<string, unknown>) => boolean
  readonly has: () => boolean
  readonly release: () => void
}

type Second = { readonly argv: readonly string[]; readonly folder: string; readonly data: unknown }

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Who holds the lock; a holder that died without a farewell holds nothing. */
function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return isAlive(pid) ? pid : undefined
  } catch {
    return undefined
  }
}

/**
 * One process for each user data folder, as Electron has it.
 *
 * The answer must be there at once, so it is a file with the holder's number. What the second process was started with goes to
 * the first as a file in a folder that it watches; a file appears under its name only when it is whole.
 */
export function instanceLock(paths: Paths, onSecond: (argv: readonly string[], folder: string, data: unknown) => void): InstanceLock {
  let watcher: FSWatcher | undefined
  const folder = (): string => join(paths.get('userData'), 'instances')
  const file = (): string => join(folder(), 'holder')

  function collect(): void {
    for (const name of readdirSync(folder()).filter((one) => one.endsWith('.json'))) {
      const path = join(folder(), name)
      const { argv, folder: from, data } = JSON.parse(readFileSync(path, 'utf8')) as Second
      rmSync(path)
      onSecond(argv, from, data)
    }
  }

  function request(data: Record<string, unknown> = {}): boolean {
    if (watcher) return true
    mkdirSync(folder(), { recursive: true })
    if (holderOf(file()) === undefined) rmSync(file(), { force: true })
    try {
      writeFileSync(file(), String(process.pid), { flag: 'wx' })
    } catch {
      const second: Second = { argv: process.argv, folder: process.cwd(), data }
      const path = join(folder(), String(process.pid))
      writeFileSync(path, JSON.stringify(second))
      renameSync(path, `${path}.json`)
      return false
    }
    watcher = watch(folder(), collect)
    return true
  }

  return {
    request,
    has: () => watcher !== undefined,
    release: () => {
      if (!watcher) return
      watcher.close()
      watcher = undefined
      rmSync(file(), { force: true })
    },
  }
}
