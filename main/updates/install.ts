import { chmod, copyFile, link, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { InstallKind } from './installation.ts'

/** `begun`: the installer ends and starts the program itself; `done`: the new one is in place; `handed-over`: a person goes on by hand. */
export type Installed = 'begun' | 'done' | 'handed-over' | 'not-installed'

export type InstallNeeds = {
  readonly kind: InstallKind
  /** Where the AppImage that runs lies. */
  readonly appImage: string | null
  /** Electron's folder beside the archive. */
  readonly resources: string
  /** Runs a program, never through a shell, and answers its exit code; rejects when there is none such. */
  readonly run: (program: string, args: readonly string[]) => Promise<number>
  /** Opens a file as a person would; false when the system cannot. */
  readonly openFile: (path: string) => Promise<boolean>
}

/**
 * Puts the new AppImage where the old one lies: written beside it, flushed, and only then put in its place in one step. The
 * old one stays beside it, under a name that says so, for the day on which the new one does not start.
 */
const replace = async (file: string, appImage: string): Promise<Installed> => {
  const [beside, previous] = [`${appImage}.new`, `${appImage}.previous`]
  try {
    await copyFile(file, beside)
    await chmod(beside, 0o755)
    const written = await open(beside, 'r+')
    await written.sync().finally(() => written.close())
    await rm(previous, { force: true })
    // Some file systems know no second name for a file; the old one then goes when the new one is in place.
    await link(appImage, previous).catch(() => {})
    await rename(beside, appImage)
    return 'done'
  } catch {
    await rm(beside, { force: true }).catch(() => {})
    return 'not-installed'
  }
}

/** Hands a staged file, checked a moment ago, to what installs it here. Whatever goes wrong, the program that runs stays as it is. */
export const install = async (file: string, { kind, appImage, resources, run, openFile }: InstallNeeds): Promise<Installed> => {
  try {
    switch (kind) {
      case 'AppImage':
        return appImage === null ? 'not-installed' : await replace(file, appImage)
      case 'deb':
        // The system asks for the right to do it; a person who does not have it, or says no, ends it here.
        return (await run('/usr/bin/pkexec', ['/usr/bin/dpkg', '--install', file])) === 0 ? 'done' : 'not-installed'
      case 'nsis': {
        const asked = await run(join(resources, 'elevate.exe'), [file, '--updated', '/S', '--force-run'])
        return asked === 0 ? 'begun' : 'not-installed'
      }
      case 'dmg':
        return (await openFile(file)) ? 'handed-over' : 'not-installed'
    }
  } catch {
    return 'not-installed'
  }
}
