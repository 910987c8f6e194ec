import type { Desktop, DesktopGiven } from './desktop.ts'

export async function launchReal(_program: string, _given: DesktopGiven): Promise<Desktop> {
  throw new Error('soon')
}
