import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from './findElectron.js'
import { makeBuild } from './makeBuild.js'
import { tooOld } from './nodeVersion.js'
import { openDesk } from './openDesk.js'
import { runServer } from './runServer.js'
import { isFresh } from './sourceStamp.js'

// import.meta.dirname is younger than some of the versions this file has to refuse.
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** @returns {string | undefined} */
function prepare() {
  const refusal = tooOld(process.versions.node)
  if (refusal || isFresh(root)) return refusal
  process.stdout.write('Building (once per version, about half a minute)… ')
  const failure = makeBuild(root, 'quiet')
  console.log(failure ? 'failed.' : 'done.')
  return failure
}

const failure = prepare()
if (failure) {
  console.error(failure)
  process.exit(1)
}
const asked = process.argv.slice(2)
const inBrowser = asked.includes('--browser')
const given = asked.filter((one) => one !== '--browser')
const found = findElectron(root, process.env, process.platform)
const ready = inBrowser ? undefined : (/** @type {string} */ address) => openDesk(found, root, address)
process.exit(await runServer(join(root, 'dist/server/main.js'), given, root, ready))
