import { join } from 'node:path'
import { Arch } from 'electron-builder'
import { isFresh } from '../start/sourceStamp.js'

const root = join(import.meta.dirname, '../..')

/**
 * Why a package must not be made, or undefined: what is packed must be what the sources say; the natives that lie here are
 * those of this kind of machine and run on no other; and on Linux it must not land in a path that scripts cannot read.
 * @param {{ isBuilt: boolean, machine: string, here: string, folder: string }} asked `machine` and `here` as `linux-x64`; `folder`: its name under /opt
 * @returns {string | undefined}
 */
export function whyNotPacked({ isBuilt, machine, here, folder }) {
  if (!isBuilt) return 'dist/ is not of these sources. Run "npm run build" first, or package with "npm run package".'
  if (machine !== here) return `The natives here are for ${here}. Package for ${machine} on such a machine.`
  if (machine.startsWith('linux-') && !/^[A-Za-z0-9.-]+$/.test(folder))
    return 'For Linux, package with "npm run package" or "--config build/package/linux.yml".'
  return undefined
}

/**
 * Asked by electron-builder before each package.
 * @param {{ arch: Arch, packager: { platform: { nodeName: string }, appInfo: { sanitizedProductName: string } } }} context
 */
export function beforePack({ arch, packager: { platform, appInfo } }) {
  const why = whyNotPacked({
    isBuilt: isFresh(root),
    machine: `${platform.nodeName}-${Arch[arch]}`,
    here: `${process.platform}-${process.arch}`,
    folder: appInfo.sanitizedProductName,
  })
  if (why) throw new Error(why)
}
