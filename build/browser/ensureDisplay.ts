import type { Machine } from './ensureBrowser.ts'

/** What a display in memory needs of the machine. */
export type DisplayMachine = Pick<Machine, 'hasApt' | 'run' | 'say'> & {
  /** Whether Xvfb is installed. */
  readonly hasXvfb: () => boolean
}

/**
 * Makes sure that windows can be opened where there is no screen: Xvfb, installed now if it is missing and can be. False:
 * the desktop's windows cannot be tried here, and the reason was told.
 */
export function ensureDisplay({ hasXvfb, hasApt, run, say }: DisplayMachine): boolean {
  if (hasXvfb()) return true
  if (hasApt) {
    say('No Xvfb: installing it with apt-get.')
    if (run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'xvfb']) && hasXvfb()) return true
  }
  say('No Xvfb, and none could be installed: the desktop’s windows are not tried. Install xvfb to try them.')
  return false
}
