import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Desktop, DesktopGiven } from './desktop.ts'
import { launchReal } from './realDesktop.ts'
import { launchStandIn } from './standIn/standInDesktop.ts'

export type WhichDesktop = { readonly kind: 'electron'; readonly program: string } | { readonly kind: 'stand-in'; readonly why: string }

/** Where the package keeps its binary once it has one. The package itself is not asked: it would go and fetch it. */
function packaged(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const named = join(folder, 'path.txt')
  const program = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8').trim()) : undefined
  return program !== undefined && existsSync(program) ? program : undefined
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
