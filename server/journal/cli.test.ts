import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { TownId } from '../../shared/domain/ids.ts'
import { sqliteJournal } from './sqliteJournal.ts'
import { happened, type Happened } from './testing/happened.ts'
import { runCli } from './testing/runCli.ts'

const readme = join(import.meta.dirname, '../../README.md')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-cli-'))
  return () => rm(folder, { recursive: true })
})

/** The journal commands as the README prints them, in its order, with the backup in our folder. */
const printedCommands = async (): Promise<readonly (readonly string[])[]> =>
  [...(await readFile(readme, 'utf8')).matchAll(/^npm run -s journal -- ([^#>\n]+)/gm)].map(([, words = '']) =>
    words.trim().replaceAll('/safe/', `${folder}/`).split(/\s+/),
  )

test(
  '[J24] the commands that the README prints do what it says, in its order, on a room that has a journal',
  { timeout: 60_000 },
  async () => {
    const journal = await sqliteJournal<Happened>({ file: join(folder, 'journal.db'), eventOf: (stored) => stored as Happened })
    await journal.append(TownId.parse('siji'), 0, [happened('a')])
    await journal.close()
    const commands = await printedCommands()
    expect(commands.map(([what]) => what)).toEqual(['verify', 'backup', 'restore', 'export'])
    for (const words of commands) expect(await runCli(...words, '--data', folder)).toMatchObject({ code: 0 })
    expect((await readdir(folder)).filter((name) => name.startsWith('journal.db.before-'))).toHaveLength(1)
  },
)
