import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backupJournal, exists, stillHolds, verifyFile } from './backup.ts'
import { openDatabase } from './database.ts'
import { exportLines } from './exportJournal.ts'
import { restoreJournal } from './restore.ts'
import { openToRead } from './start.ts'
import { townsOf } from './towns.ts'
import { inPlainWords } from './trouble.ts'
import type { Verdict } from './verify.ts'

const usage = `npm run -s journal -- <what> [--data DIR]

  verify [--head 'TOWN POSITION HASH']
                                checks every event against the chain of hashes; with a line that
                                an earlier verify or backup printed, also that nothing was cut off since
  export [--town T] [--after N] [--to FILE]
                                the record as JSON lines, to FILE or to the screen
  backup --to FILE              a checked copy; the server may run meanwhile
  restore --from FILE [--replace]
                                puts a backup in place; the server must be stopped.
                                With --replace an existing journal is kept aside, never deleted

DIR is the data folder: else the variable XIAONAO_DATA, else .data here.
Exit codes: 0 all well · 1 the record is faulty · 2 it could not be done · 64 the command was not understood`

/** What ends the command: the words for stderr and the exit code. */
class Stop extends Error {
  constructor(
    readonly code: 1 | 2 | 64,
    message: string,
  ) {
    super(message)
  }
}

type Flags = ReturnType<typeof readFlags>['values']

const readFlags = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      town: { type: 'string' },
      after: { type: 'string' },
      to: { type: 'string' },
      from: { type: 'string' },
      head: { type: 'string' },
      replace: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })

const say = (text: string) => process.stderr.write(`${text}\n`)

/** A line for every 100,000 events, so that a long check is seen to move. */
const progress = () => {
  let told = 0
  return (events: number) => {
    if (events - told < 100_000) return
    told = events
    say(`… ${events.toLocaleString('en')} events`)
  }
}

const faultWords = {
  'row-missing': 'is missing',
  'hash-mismatch': 'or the one before it is not what was written: the hash does not fit',
  'row-differs-from-text': 'is filed under another town or position than its text says',
  'row-unreadable': 'cannot be read from the file',
} as const

const wordsOf = ({ faults }: Verdict) =>
  faults.map(({ town, position, why }) => `${town}: event ${position} ${faultWords[why]}.`).join('\n')

const tellWhole = ({ events, heads }: Verdict) => {
  for (const { town, position, hash } of heads) console.log(`${town} ${position} ${hash}`)
  say(`${events.toLocaleString('en')} events of ${heads.length} towns, all as they were written.`)
}

const mustExist = async (file: string) => {
  if (!(await exists(file))) throw new Stop(2, `There is no journal at ${file}. Name the data folder with --data.`)
}

const needed = (value: string | undefined, flag: string): string => {
  if (value === undefined) throw new Stop(64, `${flag} is missing.\n\n${usage}`)
  return resolve(value)
}

const headOf = (line: string) => {
  const [, town, position, hash] = /^(\S+) (\d+) ([a-f0-9]{64})$/.exec(line.trim()) ?? []
  if (town === undefined || position === undefined || hash === undefined)
    throw new Stop(64, "--head takes a line as verify prints it: 'TOWN POSITION HASH'.")
  return { town, position: Number(position), hash }
}

const verify = async (file: string, flags: Flags) => {
  await mustExist(file)
  const known = flags.head === undefined ? null : headOf(flags.head)
  const verdict = await verifyFile(file, progress())
  if (verdict.faults.length > 0) throw new Stop(1, wordsOf(verdict))
  if (known !== null && !(await stillHolds(file, known))) {
    throw new Stop(
      1,
      `${known.town}: event ${known.position} is not the one that was there: the end of the record was cut off or written anew.`,
    )
  }
  tellWhole(verdict)
}

const exportRecord = async (file: string, flags: Flags) => {
  await mustExist(file)
  const after = Number(flags.after ?? 0)
  if (!Number.isInteger(after) || after < 0) throw new Stop(64, '--after takes a position: 0, 1, 2 …')
  if (flags.to !== undefined && (await exists(flags.to))) throw new Stop(2, `${flags.to} exists already and is not overwritten.`)
  const database = await openToRead(file, openDatabase)
  const out = flags.to === undefined ? process.stdout : createWriteStream(flags.to, { flags: 'wx' })
  const tell = progress()
  let events = 0
  await inPlainWords(file, async () => {
    const towns = await townsOf(database)
    for await (const page of exportLines(database, flags.town === undefined ? towns : [flags.town], after)) {
      if (!out.write(page.text)) await once(out, 'drain')
      tell((events += page.events))
    }
  })
  await database.close()
  if (out !== process.stdout) await new Promise<void>((done) => out.end(done))
  say(`${events.toLocaleString('en')} events.`)
}

const backup = async (file: string, flags: Flags) => {
  const target = needed(flags.to, '--to FILE')
  await mustExist(file)
  const answer = await backupJournal(file, target, progress())
  if (answer.ok) return tellWhole(answer.verdict)
  if (answer.reason === 'target-exists') throw new Stop(2, `${target} exists already and is not overwritten.`)
  throw new Stop(1, `The record is faulty; no backup was kept.\n${wordsOf(answer.verdict)}`)
}

const restore = async (file: string, flags: Flags) => {
  const from = needed(flags.from, '--from FILE')
  if (!(await exists(from))) throw new Stop(2, `There is no backup at ${from}.`)
  await mkdir(dirname(file), { recursive: true })
  const label = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const answer = await restoreJournal({ file, from, replace: flags.replace ?? false, label }, progress())
  if (answer.ok) {
    tellWhole(answer.verdict)
    if (answer.keptAside !== null) say(`The journal that was there is kept at ${answer.keptAside}`)
    return
  }
  if (answer.reason === 'journal-exists')
    throw new Stop(2, `${file} exists already. With --replace it is kept aside and the backup takes its place.`)
  if (answer.reason === 'journal-in-use') throw new Stop(2, `${file} is in use. Stop the server first. Nothing was changed.`)
  throw new Stop(1, `The backup is faulty; nothing was changed.\n${wordsOf(answer.verdict)}`)
}

const main = async (args: readonly string[]) => {
  const { values, positionals } = readFlags(args)
  if (values.help) return console.log(usage)
  const file = resolve(join(values.data ?? process.env['XIAONAO_DATA'] ?? '.data', 'journal.db'))
  const [what, ...rest] = positionals
  const known: Readonly<Record<string, () => Promise<void>>> = {
    verify: () => verify(file, values),
    export: () => exportRecord(file, values),
    backup: () => backup(file, values),
    restore: () => restore(file, values),
  }
  const task = what !== undefined && Object.hasOwn(known, what) ? known[what] : undefined
  if (task === undefined || rest.length > 0) throw new Stop(64, usage)
  await task()
}

const isWrongFlag = (error: unknown) => error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

/** `head` and `less` close the pipe when they have seen enough. */
process.stdout.on('error', () => process.exit(0))

main(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof Stop ? error.code : isWrongFlag(error) ? 64 : 2
})
