import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The browser that the page tests run in: the one XIAONAO_CHROMIUM names, else the first chromium or chrome on the PATH.
 * A named one that is not there is no browser: whoever names one does not want another.
 * `env` is process.env of whoever asks; answers the path of the program.
 */
export function findBrowser(env: Readonly<Record<string, string | undefined>>, exists = isProgram): string | undefined {
  const named = env['XIAONAO_CHROMIUM']
  if (named) return exists(named) ? named : undefined
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(exists)
}
