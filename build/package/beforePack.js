import { join } from 'node:path'
import { isFresh } from '../start/sourceStamp.js'

const root = join(import.meta.dirname, '../..')

/**
 * Why a package must not be made, or undefined: what is packed must be what the sources say, and on Linux it must not land
 * in a path that scripts cannot read.
 * @param {boolean} isBuilt
 * @param {string} platform
 * @param {string} folder its name under /opt
 * @returns {string | undefined}
 */
export function whyNotPacked(isBuilt, platform, folder) {
  if (!isBuilt) return 'dist/ is not of these sources. Run "npm run build" first, or package with "npm run package".'
  if (platform === 'linux' && !/^[A-Za-z0-9.-]+$/.test(folder))
    return 'For Linux, package with "npm run package" or "--config build/package/linux.yml".'
  return undefined
}

/**
 * Asked by electron-builder before each package.
 * @param {{ packager: { platform: { name: string }, appInfo: { sanitizedProductName: string } } }} context
 */
export function beforePack({ packager: { platform, appInfo } }) {
  const why = whyNotPacked(isFresh(root), platform.name, appInfo.sanitizedProductName)
  if (why) throw new Error(why)
}
