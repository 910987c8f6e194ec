import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TownId } from '../shared/domain/ids.ts'
import { followedByHistory, growJournal } from './grownJournal.ts'
import { middleOf, type BenchRow } from './row.ts'
import { killProcess, startProcess } from './serverProcess.ts'

const events = 1_000_000
const starts = 5

const startOften = async (data: string) => {
  const took: number[] = []
  for (let n = 0; n < starts; n += 1) {
    const server = await startProcess(data)
    took.push(server.tookMs)
    await killProcess(server)
  }
  return middleOf(took)
}

/** A start with a million events behind it, beside a start of an empty room. Needs `npm run build`. */
export const startBench = async (): Promise<BenchRow[]> => {
  const grown = await mkdtemp(join(tmpdir(), 'bench-grown-'))
  const empty = await mkdtemp(join(tmpdir(), 'bench-empty-'))
  const town = TownId.parse('sijijiang')
  try {
    await growJournal(grown, town, events, Date.now())
    await followedByHistory(grown, town)
    const bare = await startOften(empty)
    const full = await startOften(grown)
    const note = `${full.spread}; killed, not stopped, each time; ceiling: an empty room, ${bare.spread}`
    return [
      {
        what: 'start with 1,000,000 events, process to ready',
        measured: full.median,
        unit: 'ms',
        target: 3_000,
        ceiling: bare.median,
        note,
      },
    ]
  } finally {
    await rm(grown, { recursive: true })
    await rm(empty, { recursive: true })
  }
}
