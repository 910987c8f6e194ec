import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { CommandId, TownId } from '../../shared/domain/ids.ts'
import { seededRandom } from '../../shared/domain/seededRandom.ts'
import type { Recorded } from '../../shared/domain/recorded.ts'
import { verifyFile } from './backup.ts'
import type { Journal } from './journal.ts'
import { sqliteJournal } from './sqliteJournal.ts'
import type { Happened } from './testing/happened.ts'

const kills = Number(process.env['STORM_KILLS'] ?? 15)
const seed = 20_141_231
const towns = ['siji', 'jiubao'].map((name) => TownId.parse(name))
const writerFile = fileURLToPath(new URL('testing/restlessWriter.ts', import.meta.url))

type Confirmed = { readonly town: TownId; readonly command: CommandId; readonly position: number }

/** Lets a writer run until it confirmed so many commands, a few milliseconds more, and kills it. */
const killedWriter = async (file: string, run: string, confirmations: number, moreMs: number): Promise<readonly Confirmed[]> => {
  const child = spawn(process.execPath, ['--import', 'tsx', writerFile, file, run], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complaint = ''
  let lines = 0
  const enough = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      lines += chunk.toString('utf8').split('\n').length - 1
      if (lines >= confirmations) resolve()
    })
  })
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')))
  const closed = once(child, 'close')
  await Promise.race([enough, closed])
  await after(moreMs)
  child.kill('SIGKILL')
  await closed
  expect({ complaint, signal: child.signalCode }).toEqual({ complaint: '', signal: 'SIGKILL' })
  return said
    .slice(0, said.lastIndexOf('\n'))
    .split('\n')
    .map((line) => line.split(' '))
    .map(([town, command, position]) => ({
      town: TownId.parse(town),
      command: CommandId.parse(`command-${command}`),
      position: Number(position),
    }))
}

/** The commands of these events that are not there with all their steps, one after the other. */
const torn = (events: readonly Recorded<Happened>[]) => {
  const isInPlace = (event: Recorded<Happened>, index: number) => {
    const { of, step } = event.event.what as { of: number; step: number }
    const run = events.slice(index - step, index - step + of)
    return (
      run.length === of &&
      run.every(({ commandId, event: { what } }, at) => commandId === event.commandId && (what as { step: number }).step === at)
    )
  }
  return events.filter((event, index) => !isInPlace(event, index)).map(({ commandId }) => commandId)
}

const open = (file: string): Promise<Journal<Happened>> => sqliteJournal({ file, eventOf: (stored) => stored as Happened })

/** Looks at what the run added to a town behind `from`; answers where the town stands now. */
const inspect = async (journal: Journal<Happened>, town: TownId, from: number, confirmed: readonly Confirmed[]) => {
  const added = await journal.read(town, from, 1_000_000)
  expect(added.map(({ position }) => position)).toEqual(added.map((_, index) => from + index + 1))
  expect(torn(added)).toEqual([])
  const lastOf = new Map(added.map(({ commandId, position }) => [commandId, position]))
  expect(confirmed.filter(({ command, position }) => lastOf.get(command) !== position)).toEqual([])
  for (const { command, position } of confirmed.slice(-5)) expect(await journal.commandAt(town, command)).toBe(position)
  const snapshot = await journal.latestSnapshot(town)
  if (snapshot !== null) expect(snapshot.body).toBe(snapshot.hash.repeat(20_000))
  return from + added.length
}

test(
  `[J15] killed ${kills} times at any moment: every confirmed command is there, whole, and the chain holds`,
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'journal-kill-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'journal.db')
    const chance = seededRandom(seed)
    const ends = new Map(towns.map((town) => [town, 0]))
    let total = 0
    for (let kill = 1; kill <= kills; kill += 1) {
      const confirmed = await killedWriter(file, `run${kill}`, 1 + Math.floor(chance() ** 2 * 1_500), chance() * 8)
      total += confirmed.length
      const journal = await open(file)
      for (const town of towns)
        ends.set(
          town,
          await inspect(
            journal,
            town,
            ends.get(town) ?? 0,
            confirmed.filter((each) => each.town === town),
          ),
        )
      await journal.close()
    }
    const verdict = await verifyFile(file, () => undefined)
    expect(verdict.faults).toEqual([])
    expect(verdict.heads.map(({ town, position }) => [town, position]).sort()).toEqual([...ends].sort())
    expect(total).toBeGreaterThan(kills)
  },
)
