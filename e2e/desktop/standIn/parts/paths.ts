import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

export type Paths = {
  readonly get: (name: string) => string
  readonly set: (name: string, path: string) => void
}

/** Where things are. `userData` is what `--user-data-dir` or XIAONAO_USER_DATA names; both before ready only, as Chromium lives in it. */
export function paths(argv: readonly string[], env: Readonly<Record<string, string | undefined>>, appPath: string): Paths {
  const named = argv.find((word) => word.startsWith('--user-data-dir='))?.replace('--user-data-dir=', '')
  const home = homedir()
  const known = new Map<string, string>([
    ['home', home],
    ['temp', tmpdir()],
    ['exe', process.execPath],
    ['module', process.execPath],
    ['appData', join(home, '.config')],
    ['userData', named ?? env['XIAONAO_USER_DATA'] ?? join(home, '.config', 'xiaonao')],
    ['documents', join(home, 'Documents')],
    ['downloads', join(home, 'Downloads')],
    ['desktop', join(home, 'Desktop')],
    ['app', appPath],
  ])
  return {
    get: (name) => {
      if (name === 'logs') return known.get(name) ?? join(known.get('userData') ?? '', 'logs')
      if (name === 'sessionData' || name === 'crashDumps') return known.get(name) ?? known.get('userData') ?? ''
      const path = known.get(name)
      if (path === undefined) throw new Error(`The stand-in offers no path '${name}'.`)
      return path
    },
    set: (name, path) => void known.set(name, path),
  }
}
