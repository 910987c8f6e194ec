import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CommandId, TownId } from '../shared/domain/ids.ts'
import { openDatabase } from '../server/journal/database.ts'
import type { Journal, NewEvent } from '../server/journal/journal.ts'
import { sqliteJournal } from '../server/journal/sqliteJournal.ts'
import { middleOf, quantile, type BenchRow } from './row.ts'
import { steadyWaits } from './steady.ts'

type Bench = { readonly type: string } & Readonly<Record<string, unknown>>

const runs = 3
const towns = ['siji', 'jiubao', 'pengbu', 'shangtang'].map((name) => TownId.parse(name))
const steadyPerSecond = 1_000
const steadyMs = 3_000
const floodCommands = 40_000
const groupCommands = 500

/** Two events of some 450 bytes, as taking a report and classifying it make. */
const eventsOf = (command: number): readonly NewEvent<Bench>[] => {
  const incident = `E-${1_000 + command}`
  const common = {
    at: 1_700_000_000_000 + command,
    by: { kind: 'channel', channel: '110' },
    origin: '10.12.0.17',
    commandId: CommandId.parse(`${((command * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}-bench-${command}`),
    subject: incident,
  } as const
  const text = '钱江路58号太和广场3幢1205室，邻居深夜噪音扰民，报警人要求到场劝阻。'.repeat(2)
  return [
    { ...common, event: { type: 'incident.reported', incident, text, place: [120.2106, 30.2531], caller: '138****1234' } },
    { ...common, event: { type: 'incident.classified', incident, kind: 'noise', nature: 'civil', urgency: 3, why: ['噪音', '扰民'] } },
  ]
}

const withFile = async <T>(work: (file: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-journal-'))
  try {
    return await work(join(folder, 'journal.db'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const withJournal = <T>(work: (journal: Journal<Bench>) => Promise<T>): Promise<T> =>
  withFile(async (file) => {
    const journal = await sqliteJournal<Bench>({ file, eventOf: (stored) => stored as Bench })
    try {
      return await work(journal)
    } finally {
      await journal.close()
    }
  })

/** Sends command number n to its town at the position that the commands before it leave. */
const send = async (journal: Journal<Bench>, command: number) => {
  const town = towns[command % towns.length] as TownId
  const answer = await journal.append(town, Math.floor(command / towns.length) * 2, eventsOf(command))
  if (!answer.ok) throw new Error(`The bench's own append was refused: ${answer.reason}`)
}

const steady = () => withJournal((journal) => steadyWaits(steadyPerSecond, steadyMs, (command) => send(journal, command)))

/** Takes half of node's time in pieces of 5 ms, as folding, sockets and screens would. */
const otherWork = () => {
  const timer = setInterval(() => {
    const untilAt = performance.now() + 5
    while (performance.now() < untilAt);
  }, 10)
  return () => clearInterval(timer)
}

/** Commands made durable in a second when there are always more of them. */
const flood = (besides: () => () => void) =>
  withJournal(async (journal) => {
    const end = besides()
    const begunAt = performance.now()
    const sent: Promise<void>[] = []
    for (let command = 0; command < floodCommands; command += 1) {
      if (!journal.hasRoom()) await journal.whenRoom()
      sent.push(send(journal, command))
    }
    await Promise.all(sent)
    end()
    return (floodCommands * 1_000) / (performance.now() - begunAt)
  })

const bareTable = `CREATE TABLE event (town TEXT, position INTEGER, subject TEXT, command TEXT, body TEXT, PRIMARY KEY (town, position)) WITHOUT ROWID`
const bareInsert = `INSERT INTO event SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`

/** The same rows by sqlite3 alone: no chain, no index, no judging of positions, groups of a fixed size. */
const bareFlood = () =>
  withFile(async (file) => {
    const database = await openDatabase(file, 'write')
    await database.run('PRAGMA wal_autocheckpoint = 1000')
    await database.run(bareTable)
    const rows = (command: number) =>
      eventsOf(command).map((event, step) => [
        towns[command % towns.length],
        command * 2 + step,
        event.subject,
        event.commandId,
        JSON.stringify(event),
      ])
    const begunAt = performance.now()
    for (let first = 0; first < floodCommands; first += groupCommands) {
      const group = Array.from({ length: groupCommands }, (_, index) => rows(first + index)).flat()
      await database.run(bareInsert, [JSON.stringify(group)])
    }
    const perSecond = (floodCommands * 1_000) / (performance.now() - begunAt)
    await database.close()
    return perSecond
  })

/** One row per flush: what the disk itself takes. */
const bareFlush = () =>
  withFile(async (file) => {
    const database = await openDatabase(file, 'write')
    await database.run(bareTable)
    const waits: number[] = []
    for (let command = 0; command < 500; command += 1) {
      const begunAt = performance.now()
      await database.run('INSERT INTO event VALUES (?, ?, ?, ?, ?)', ['siji', command, null, null, JSON.stringify(eventsOf(command))])
      waits.push(performance.now() - begunAt)
    }
    await database.close()
    return { p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) }
  })

const repeat = async <T>(work: () => Promise<T>): Promise<readonly T[]> => {
  const results: T[] = []
  for (let run = 0; run < runs; run += 1) results.push(await work())
  return results
}

/** The journal's claims, measured on a real disk; some 25 seconds. Targets: docs/behaviour/journal.md. */
export const journalBench = async (): Promise<BenchRow[]> => {
  const flushes = await repeat(bareFlush)
  const waits = await repeat(steady)
  const bare = middleOf(await repeat(bareFlood))
  const sustained = middleOf(await repeat(() => flood(() => () => undefined)))
  const besides = middleOf(await repeat(() => flood(otherWork)))
  const latency = (what: string, of: 'p50' | 'p99', target: number | null): BenchRow => {
    const measured = middleOf(waits.map((wait) => wait[of]))
    const ceiling = middleOf(flushes.map((flush) => flush[of]))
    return {
      what,
      measured: measured.median,
      unit: 'ms',
      target,
      ceiling: ceiling.median,
      note: `${measured.spread}; ceiling: one row, one flush`,
    }
  }
  return [
    latency('journal: command to durable at 1,000/s, p50', 'p50', null),
    latency('journal: command to durable at 1,000/s, p99', 'p99', 25),
    {
      what: 'journal: commands made durable, sustained',
      measured: sustained.median,
      unit: '/s',
      target: null,
      ceiling: bare.median,
      note: `${sustained.spread}; ceiling: sqlite3 alone, ${bare.spread}`,
    },
    {
      what: 'journal: the same with half of node’s time taken by other work',
      measured: besides.median,
      unit: '/s',
      target: 8_000,
      ceiling: bare.median / 2,
      note: `${besides.spread}; ceiling: half of sqlite3 alone`,
    },
  ]
}
