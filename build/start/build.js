import { join } from 'node:path'
import { makeBuild } from './makeBuild.js'

const failure = makeBuild(join(import.meta.dirname, '../..'), 'loud')
if (failure) console.error(failure)
process.exitCode = failure ? 1 : 0
