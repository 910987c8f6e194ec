import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export type AppFolder = { readonly path: string; readonly version: string }

/** The folder of the app is the nearest one above our main process's file that has a package.json. */
export function appFolder(mainFile: string): AppFolder {
  for (let path = dirname(resolve(mainFile)); ; path = dirname(path)) {
    const file = join(path, 'package.json')
    if (existsSync(file)) return { path, version: (JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version ?? '0.0.0' }
    if (path === dirname(path)) return { path, version: '0.0.0' }
  }
}
