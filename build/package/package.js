import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { makeBuild } from '../start/makeBuild.js'
import { isFresh } from '../start/sourceStamp.js'

const root = join(import.meta.dirname, '../..')

/** @type {Readonly<Record<string, readonly string[]>>} */
const targets = { win32: ['--win', 'nsis'], linux: ['--linux', 'AppImage', 'deb'], darwin: ['--mac', 'dmg'] }

/** @returns {number} */
function pack() {
  const failure = isFresh(root) ? undefined : makeBuild(root, 'loud')
  if (failure) {
    console.error(failure)
    return 1
  }
  const electronDist = process.env['XIAONAO_ELECTRON_DIST']
  const asked = [
    join(root, 'node_modules/electron-builder/cli.js'),
    '--publish=never',
    ...(process.platform === 'linux' ? ['--config', 'build/package/linux.yml'] : []),
    ...(electronDist ? [`-c.electronDist=${electronDist}`] : []),
    ...(process.argv.length > 2 ? process.argv.slice(2) : [...(targets[process.platform] ?? []), `--${process.arch}`]),
  ]
  return spawnSync(process.execPath, asked, { cwd: root, stdio: 'inherit' }).status ?? 1
}

process.exitCode = pack()
