import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { makeBuild } from '../start/makeBuild.js'
import { isFresh } from '../start/sourceStamp.js'

const root = join(import.meta.dirname, '../..')

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
    ...process.argv.slice(2),
  ]
  return spawnSync(process.execPath, asked, { cwd: root, stdio: 'inherit' }).status ?? 1
}

process.exitCode = pack()
