import { fileURLToPath } from 'node:url'
import type { Command } from '../shared/domain/command.ts'
import { IncidentId } from '../shared/domain/ids.ts'
import type { OpenTown } from '../server/composition/openTown.ts'
import { benchId, benchOperator, openIncidents, withRoom } from './benchRoom.ts'
import { bareFlood } from './bareJournal.ts'
import { middleOf, printRows, type BenchRow } from './row.ts'
import { steadyWaits } from './steady.ts'

const runs = 3
const incidents = 2_000
const steadyPerSecond = 1_000
const steadyMs = 5_000
const floodCommands = 40_000
/** A surge: so many commands wait for the disk at once. */
const inFlight = 5_000

/** Notes on open incidents: decided, folded, kept, told; one event each. */
const command = (n: number): Command => ({
  type: 'incident.note',
  incident: IncidentId.parse(`E-${1001 + ((n * 37) % incidents)}`),
  text: `已电话联系当事人，第 ${n} 次记录：对方同意先停工，等待社区上门。`,
})

const send = async (town: OpenTown, n: number) => {
  const { answer } = await town.desk.do(command(n), { id: benchId(), by: benchOperator, origin: 'bench' })
  if (!answer.ok) throw new Error(`A command of the bench was refused: ${JSON.stringify(answer.refusal)}`)
}

const flood = async (town: OpenTown) => {
  const begunAt = performance.now()
  let next = 0
  const worker = async () => {
    while (next < floodCommands) await send(town, next++)
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  return (floodCommands * 1_000) / (performance.now() - begunAt)
}

/** Commands through decide, fold, journal and the telling of listeners, with 2,000 incidents open; some 40 seconds. */
export const commandsBench = (): Promise<BenchRow[]> =>
  withRoom(async (_, town) => {
    await openIncidents(town, incidents)
    const waits: Awaited<ReturnType<typeof steadyWaits>>[] = []
    const rates: number[] = []
    const bare: number[] = []
    for (let run = 0; run < runs; run += 1) {
      waits.push(await steadyWaits(steadyPerSecond, steadyMs, (n) => send(town, n)))
      rates.push(await flood(town))
      bare.push(await bareFlood(floodCommands))
    }
    const p50 = middleOf(waits.map((wait) => wait.p50))
    const p99 = middleOf(waits.map((wait) => wait.p99))
    const rate = middleOf(rates)
    const ceiling = middleOf(bare)
    return [
      { what: 'command → durable, 1,000/s, p50', measured: p50.median, unit: 'ms', target: null, ceiling: null, note: p50.spread },
      { what: 'command → durable, 1,000/s, p99', measured: p99.median, unit: 'ms', target: 25, ceiling: null, note: p99.spread },
      {
        what: 'commands durable, sustained',
        measured: rate.median,
        unit: '/s',
        target: 8_000,
        ceiling: ceiling.median,
        note: `${rate.spread}; ceiling: bare sqlite3 group commit of such rows, ${ceiling.spread}`,
      },
    ]
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(printRows(await commandsBench()))
