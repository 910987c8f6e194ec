import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Desktop, DesktopGiven } from './desktop.ts'
import { launchReal } from './realDesktop.ts'
import { launchStandIn } from './standIn/standInDesktop.ts'

export type WhichDesktop = { readonly kind: 'electron'; readonly program: string } | { readonly kind: 'stand-in'; readonly why: string }

/** What the package says of its binary; without one it throws. */
function packaged(): string | undefined {
  try {
    const path: unknown = createRequire(import.meta.url)('electron')
    return typeof path === 'string' && existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** Which desktop the tests run on: the Electron that XIAONAO_ELECTRON names, the installed one, or the stand-in. */
export function whichDesktop(env: Readonly<Record<string, string | undefined>>, installed = packaged): WhichDesktop {
  const named = env['XIAONAO_ELECTRON']
  if (named && !existsSync(named)) throw new Error(`XIAONAO_ELECTRON names ${named}, which is not there.`)
  const program = named || installed()
  return program ? { kind: 'electron', program } : { kind: 'stand-in', why: 'stand-in: no Electron binary here' }
}

export function launchDesktop(given: DesktopGiven): Promise<Desktop> {
  const which = whichDesktop(process.env)
  return which.kind === 'electron' ? launchReal(which.program, given) : launchStandIn(given)
}
