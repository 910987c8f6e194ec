import { join } from 'node:path'
import config from '../../.dependency-cruiser.js'
import { filesUnder } from '../tree/filesUnder.js'
import { cruise } from './cruise.ts'
import { unseen } from './unseen.ts'

const root = join(import.meta.dirname, '../..')
const folders = ['shared', 'server', 'renderer', 'main', 'build', 'bench', 'e2e']
const why = new Map(config.forbidden?.map(({ name, comment }) => [name, comment]))

const { files, caught } = cruise(root, folders)
const missed = unseen(
  filesUnder(root, folders).filter((path) => /[.]tsx?$/.test(path)),
  files,
)
for (const { file, rule, reached } of caught) console.log(`${rule}: ${file} -> ${reached}\n    ${why.get(rule) ?? ''}`)
for (const path of missed) console.log(`not read: ${path}`)
console.log(`${files.length} files read, ${caught.length} broken rules`)
process.exitCode = caught.length + missed.length === 0 ? 0 : 1
