import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { TownId } from '../shared/domain/ids.ts'
import { growJournal } from './grownJournal.ts'
import { middleOf, printRows, type BenchRow } from './row.ts'

const events = 1_000_000
const root = join(import.meta.dirname, '..')

/** From the start of the process to the line with its address; ms. */
const startOnce = (data: string) =>
  new Promise<number>((resolve, reject) => {
    const begunAt = performance.now()
    const child = spawn(process.execPath, [join(root, 'dist/server/main.js'), '--port', '0', '--data', data], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.once('error', reject)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('小脑')) return
      const took = performance.now() - begunAt
      child.once('exit', () => resolve(took))
      child.kill('SIGKILL')
    })
  })

const startThrice = async (data: string) => middleOf([await startOnce(data), await startOnce(data), await startOnce(data)])

/** A start with a million events behind it, beside a start of an empty room. Needs `npm run build`. */
export const startBench = async (): Promise<BenchRow[]> => {
  const grown = await mkdtemp(join(tmpdir(), 'bench-grown-'))
  const empty = await mkdtemp(join(tmpdir(), 'bench-empty-'))
  try {
    await growJournal(grown, TownId.parse('sijijiang'), events, Date.now())
    const bare = await startThrice(empty)
    const full = await startThrice(grown)
    return [
      {
        what: 'start with 1,000,000 events, process to ready',
        measured: full.median,
        unit: 'ms',
        target: 3_000,
        ceiling: bare.median,
        note: `${full.spread}; ceiling: an empty room, ${bare.spread}`,
      },
    ]
  } finally {
    await rm(grown, { recursive: true })
    await rm(empty, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(printRows(await startBench()))
