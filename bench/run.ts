import { cpus, loadavg } from 'node:os'
import { addressBench } from './address.ts'
import { brainBench } from './brain.ts'
import { commandsBench } from './commands.ts'
import { consolePageBench } from './consolePage.ts'
import { consolesBench } from './consoles.ts'
import { deskBench } from './desk.ts'
import { foldBench } from './fold.ts'
import { journalBench } from './journal.ts'
import { memoryBench } from './memory.ts'
import { routeBench } from './route.ts'
import { printRows, type BenchRow } from './row.ts'
import { startBench } from './start.ts'

const benches: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  journal: journalBench,
  commands: commandsBench,
  consoles: consolesBench,
  route: routeBench,
  fold: foldBench,
  start: startBench,
  memory: memoryBench,
  page: consolePageBench,
  desk: deskBench,
  address: addressBench,
  brain: brainBench,
}

/** Names on the command line choose; without, all of them, one after the other. */
const chosen = process.argv.slice(2)
const unknown = chosen.find((name) => !(name in benches))
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}". There are: ${Object.keys(benches).join(', ')}`)
  process.exit(64)
}

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`)
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const before = loadavg()[0] ?? 0
  const rows = await bench()
  console.log(`\n${name} (load ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after)`)
  console.log(printRows(rows))
}
process.exit(0)
