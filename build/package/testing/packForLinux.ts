import { join } from 'node:path'
import { listPackage, statFile } from '@electron/asar'
import { Arch, build, Platform, type Configuration } from 'electron-builder'
import { linuxConfiguration } from '../readConfiguration.ts'
import { standInElectron } from './standInElectron.ts'

const root = join(import.meta.dirname, '../../..')

export type PackedFile = { readonly path: string; readonly bytes: number; readonly isUnpacked: boolean }

export type Packed = {
  /** The folder that an installer would lay down. */
  readonly folder: string
  readonly files: readonly PackedFile[]
  /** What the builder would have had the Debian package made of. */
  readonly debArguments: readonly string[]
  /** What it would run as root, after it is laid down and after it is taken away. */
  readonly debScripts: readonly string[]
  readonly desktopEntry: string
}

/**
 * Has the real builder pack the built tree for Linux, around a stand-in for Electron, up to the point where it would call
 * the program that writes the Debian package, which is not on every machine.
 */
export const packForLinux = async (folder: string, read: (file: string) => Promise<string>): Promise<Packed> => {
  let told: { readonly args: readonly string[]; readonly entry: string; readonly scripts: readonly string[] } | undefined
  const { productName } = linuxConfiguration
  const config: Configuration = {
    ...(productName && { productName }),
    electronDist: standInElectron(join(folder, 'electron')),
    directories: { output: join(folder, 'out') },
  }
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget(['deb'], Arch.x64),
    config,
    publish: 'never',
    effectiveOptionComputed: async (options: unknown) => {
      const [args, entry] = options as readonly [readonly string[], string]
      // They are gone when the builder is done.
      const scripts = args.filter((_, at) => /^--after-(install|remove)$/.test(args[at - 1] ?? ''))
      told = { args, entry: await read(entry), scripts: await Promise.all(scripts.map(read)) }
      return true
    },
  } as Parameters<typeof build>[0])
  if (!told) throw new Error('the builder made no Debian package')
  const unpacked = join(folder, 'out/linux-unpacked')
  const archive = join(unpacked, 'resources/app.asar')
  const files = listPackage(archive, { isPack: false }).flatMap((listed): readonly PackedFile[] => {
    const path = listed.slice(1)
    const stat = statFile(archive, path)
    return 'size' in stat ? [{ path, bytes: stat.size, isUnpacked: stat.unpacked === true }] : []
  })
  return { folder: unpacked, files, debArguments: told.args, debScripts: told.scripts, desktopEntry: told.entry }
}
