import type { Command } from '../shared/domain/command.ts'
import { IncidentId, type CommandId } from '../shared/domain/ids.ts'
import type { OpenTown } from '../server/composition/openTown.ts'
import { bareCommits, bareFlood } from './bareJournal.ts'
import { benchId, benchOperator, openIncidents, withRoom } from './benchRoom.ts'
import { breachEverything } from './breachEverything.ts'
import { middleOf, quantile, type BenchRow } from './row.ts'
import { steadyWaits } from './steady.ts'

const runs = 3
const incidents = 2_000
const steadyPerSecond = 1_000
const steadyMs = 5_000
/** Before anything is measured: a room has been running for longer than its code takes to get fast. */
const warmUpMs = 2_000
const floodCommands = 40_000
/** A surge: so many commands wait for the disk at once. */
const inFlight = 5_000
const loneCommits = 1_000

/** Notes on open incidents: decided, folded, kept, told; one event each. */
const command = (n: number): Command => ({
  type: 'incident.note',
  incident: IncidentId.parse(`E-${1001 + ((n * 37) % incidents)}`),
  text: `已电话联系当事人，第 ${n} 次记录：对方同意先停工，等待社区上门。`,
})

type Wish = readonly [Command, CommandId]

/** Written down beforehand: who asks is not what is measured. */
const wishes = (count: number): readonly Wish[] => Array.from({ length: count }, (_, n) => [command(n), benchId()])

const send = async (town: OpenTown, [wish, id]: Wish) => {
  const { answer } = await town.desk.do(wish, { id, by: benchOperator, origin: 'bench' })
  if (!answer.ok) throw new Error(`A command of the bench was refused: ${JSON.stringify(answer.refusal)}`)
}

const flood = async (town: OpenTown) => {
  const waiting = wishes(floodCommands).values()
  const begunAt = performance.now()
  const worker = async () => {
    for (const wish of waiting) await send(town, wish)
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  return (floodCommands * 1_000) / (performance.now() - begunAt)
}

/** The three rows of one state of the room, each beside the bare means in the same run. */
const rowsOf = async (town: OpenTown, state: string): Promise<BenchRow[]> => {
  const took: Record<'p50' | 'p99' | 'rate' | 'lone50' | 'lone99' | 'bare', number[]> = {
    p50: [],
    p99: [],
    rate: [],
    lone50: [],
    lone99: [],
    bare: [],
  }
  for (let run = 0; run < runs; run += 1) {
    const waits = await steadyWaits(steadyPerSecond, steadyMs, (n) => send(town, [command(n), benchId()]))
    took.p50.push(waits.p50)
    took.p99.push(waits.p99)
    const lone = await bareCommits(loneCommits)
    took.lone50.push(quantile(lone, 0.5))
    took.lone99.push(quantile(lone, 0.99))
    took.rate.push(await flood(town))
    took.bare.push(await bareFlood(floodCommands))
  }
  const row = (what: string, unit: string, target: number | null, measured: number[], ceiling: number[], means: string): BenchRow => ({
    what: `${what}${state}`,
    measured: middleOf(measured).median,
    unit,
    target,
    ceiling: middleOf(ceiling).median,
    note: `${middleOf(measured).spread}; ceiling: ${means}, ${middleOf(ceiling).spread}`,
  })
  const lone = 'one such row committed alone by bare sqlite3'
  return [
    row('command → durable, 1,000/s, p50', 'ms', null, took.p50, took.lone50, lone),
    row('command → durable, 1,000/s, p99', 'ms', 25, took.p99, took.lone99, lone),
    row('commands durable, sustained', '/s', 8_000, took.rate, took.bare, 'bare sqlite3 group commit of such rows'),
  ]
}

/** Commands through decide, fold, journal and the telling of listeners, with 2,000 incidents open; then with all their limits passed. Some two minutes. */
export const commandsBench = (): Promise<BenchRow[]> =>
  withRoom(async ({ address }, town) => {
    await openIncidents(town, incidents)
    await steadyWaits(steadyPerSecond, warmUpMs, (n) => send(town, [command(n), benchId()]))
    const calm = await rowsOf(town, '')
    const alarms = await breachEverything(address)
    return [...calm, ...(await rowsOf(town, `, ${alarms.toLocaleString('en')} alarms standing`))]
  })
