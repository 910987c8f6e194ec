import { copyFile, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { hash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { TownId } from '../../shared/domain/ids.ts'
import { backupJournal, verifyFile } from './backup.ts'
import { openDatabase } from './database.ts'
import { lockFolder } from './folderLock.ts'
import { restoreJournal } from './restore.ts'
import { sqliteJournal } from './sqliteJournal.ts'
import { happened, type Happened } from './testing/happened.ts'
import { runCli } from './testing/runCli.ts'
import { hasLostCommits } from './walDamage.ts'

const siji = TownId.parse('siji')
const quiet = () => undefined

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-keep-'))
  file = join(folder, 'journal.db')
  return () => rm(folder, { recursive: true })
})

const open = (name = file) => sqliteJournal<Happened>({ file: name, eventOf: (stored) => stored as Happened })

/** A closed journal of ten events. */
const tenEvents = async () => {
  const journal = await open()
  for (let at = 0; at < 10; at += 1) await journal.append(siji, at, [happened(`n${at}`)])
  await journal.close()
}

const cli = (...args: string[]) => runCli(...args, '--data', folder)

const tamper = async (sql: string) => {
  const database = await openDatabase(file, 'write')
  await database.run(sql)
  await database.close()
}

test('[J16] a whole record verifies, and says where each town ends', async () => {
  await tenEvents()
  const verdict = await verifyFile(file, quiet)
  expect(verdict).toMatchObject({ events: 10, faults: [], heads: [{ town: 'siji', position: 10 }] })
})

test.each([
  [`UPDATE event SET body = replace(body, 'n3', 'n9') WHERE position = 4`, 4, 'hash-mismatch'],
  [`UPDATE event SET subject = 'E-2' WHERE position = 5`, 5, 'hash-mismatch'],
  [`UPDATE event SET hash = replace(hash, substr(hash, 1, 1), 'z') WHERE position = 6`, 6, 'hash-mismatch'],
  ['DELETE FROM event WHERE position = 7', 7, 'row-missing'],
  ['DELETE FROM event WHERE position = 1', 1, 'row-missing'],
  ['UPDATE event SET position = 11 WHERE position = 10', 10, 'row-missing'],
])('[J16] whoever changes the record is found out: %s', async (sql, position, why) => {
  await tenEvents()
  await tamper(sql)
  expect((await verifyFile(file, quiet)).faults).toEqual([{ town: 'siji', position, why }])
})

test('[J16] a row filed under another town is found out', async () => {
  await tenEvents()
  await tamper(`UPDATE event SET town = 'jiubao'`)
  expect((await verifyFile(file, quiet)).faults).toEqual([{ town: 'jiubao', position: 1, why: 'row-differs-from-text' }])
})

test('[J17] a journal whose end does not hold together is not opened, and the words name the file and the way out', async () => {
  await tenEvents()
  await tamper(`UPDATE event SET body = replace(body, 'n9', 'n0') WHERE position = 10`)
  const refused = expect(open()).rejects
  await refused.toMatchObject({ name: 'JournalUnavailable', trouble: 'damaged' })
  await expect(open()).rejects.toThrow(file)
  await expect(open()).rejects.toThrow('restore --from')
})

test('[J17] a file that is torn, or is no journal, is not opened', async () => {
  await tenEvents()
  await truncate(file, 9_000)
  await expect(open()).rejects.toMatchObject({ trouble: 'damaged' })
  await writeFile(file, 'not a database at all '.repeat(500))
  await expect(open()).rejects.toMatchObject({ trouble: 'damaged' })
  await rm(file)
  await tamper('CREATE TABLE other (x)')
  await expect(open()).rejects.toThrow('not a journal of this product')
})

/** The journal as a crash leaves it: file and log, copied while it is open. */
const asAfterCrash = async () => {
  const journal = await open()
  for (let at = 0; at < 10; at += 1) await journal.append(siji, at, [happened(`n${at}`)])
  const crashed = join(folder, 'crashed.db')
  await copyFile(file, crashed)
  await copyFile(`${file}-wal`, `${crashed}-wal`)
  await journal.close()
  return { crashed, log: `${crashed}-wal`, bytes: (await stat(`${crashed}-wal`)).size }
}

test('[J18] a log whose last write was torn by a crash is taken over without a word', async () => {
  const { crashed, log, bytes } = await asAfterCrash()
  await truncate(log, bytes - 700)
  const journal = await open(crashed)
  onTestFinished(() => journal.close())
  expect(await journal.position(siji)).toBe(9)
})

test('[J18] a log damaged before its end is not silently cut short: the journal does not open', async () => {
  const { crashed, log, bytes } = await asAfterCrash()
  expect(await hasLostCommits(crashed)).toBe(false)
  const content = await readFile(log)
  content.fill(0x5a, Math.floor(bytes / 2), Math.floor(bytes / 2) + 64)
  await writeFile(log, content)
  await expect(open(crashed)).rejects.toMatchObject({ trouble: 'damaged' })
  await expect(open(crashed)).rejects.toThrow('crashed.db-wal')
})

test('[J19] a backup made while the journal is written is whole, checked and one file', async () => {
  const journal = await open()
  onTestFinished(() => journal.close())
  for (let at = 0; at < 10; at += 1) await journal.append(siji, at, [happened(`n${at}`)])
  const writing = Promise.all(Array.from({ length: 50 }, (_, index) => journal.append(siji, 10 + index, [happened(`w${index}`)])))
  const answer = await backupJournal(file, join(folder, 'copy.db'), quiet)
  expect((await writing).every(({ ok }) => ok)).toBe(true)
  expect(answer).toMatchObject({ ok: true, verdict: { faults: [] } })
  expect((await readdir(folder)).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
  expect(await backupJournal(file, join(folder, 'copy.db'), quiet)).toEqual({ ok: false, reason: 'target-exists' })
})

test('[J19] no backup is kept of a record that is faulty', async () => {
  await tenEvents()
  await tamper('DELETE FROM event WHERE position = 7')
  expect(await backupJournal(file, join(folder, 'copy.db'), quiet)).toMatchObject({ ok: false, reason: 'copy-is-faulty' })
  expect((await readdir(folder)).filter((name) => name.startsWith('copy'))).toEqual([])
})

test('[J20] restore refuses to overwrite, and when told to, keeps the old journal aside', async () => {
  await tenEvents()
  const from = join(folder, 'copy.db')
  await backupJournal(file, from, quiet)
  const later = await open()
  await later.append(siji, 10, [happened('later')])
  const restore = { file, from, label: 'now' }
  expect(await restoreJournal({ ...restore, replace: false }, quiet)).toEqual({ ok: false, reason: 'journal-exists' })
  expect(await restoreJournal({ ...restore, replace: true }, quiet)).toEqual({ ok: false, reason: 'journal-in-use' })
  await later.close()
  const aside = `${file}.before-now`
  expect(await restoreJournal({ ...restore, replace: true }, quiet)).toMatchObject({ ok: true, keptAside: aside })
  expect((await verifyFile(file, quiet)).events).toBe(10)
  expect((await verifyFile(aside, quiet)).events).toBe(11)
})

test('[J20] restore is refused while a server has the folder, also where there is no journal yet', async () => {
  await tenEvents()
  const from = join(folder, 'copy.db')
  await backupJournal(file, from, quiet)
  await rm(file)
  const letGo = await lockFolder(folder)
  const restore = { file, from, label: 'now', replace: false }
  expect(await restoreJournal(restore, quiet)).toEqual({ ok: false, reason: 'journal-in-use' })
  await letGo?.()
  expect(await restoreJournal(restore, quiet)).toMatchObject({ ok: true, keptAside: null })
})

test('[J20] a faulty backup is not put in place', async () => {
  await tenEvents()
  const from = join(folder, 'copy.db')
  await copyFile(file, from)
  await tamper('DELETE FROM event WHERE position = 7')
  const swapped = { file: from, from: file, replace: true, label: 'now' }
  expect(await restoreJournal(swapped, quiet)).toMatchObject({ ok: false, reason: 'backup-is-faulty' })
  expect((await verifyFile(from, quiet)).events).toBe(10)
})

test(
  '[J21] the command line works on a journal in use, exports lines that can be checked by other means, and its exit codes tell',
  { timeout: 60_000 },
  async () => {
    const journal = await open()
    onTestFinished(() => journal.close())
    await journal.append(siji, 0, [happened('a', '一号楼', 'E-1'), happened('b', '"quoted"\n', null)])
    const [verified, exported, unknown, missing] = await Promise.all([
      cli('verify'),
      cli('export'),
      cli('frobnicate'),
      cli('restore', '--from', 'nowhere'),
    ])
    expect(verified).toMatchObject({ code: 0 })
    expect(unknown).toMatchObject({ code: 64, out: '' })
    expect(missing).toMatchObject({ code: 2 })
    expect(missing.words).toContain('There is no backup at')
    let before = '0'.repeat(64)
    for (const line of exported.out.trimEnd().split('\n')) {
      const parsed = JSON.parse(line) as { hash: string; subject: string | null }
      const record = line.slice(line.indexOf('"record":') + '"record":'.length, -1)
      before = hash('sha256', `${before}\n${parsed.subject ?? ''}\n${record}`)
      expect(parsed.hash).toBe(before)
    }
    expect(verified.out.trim()).toBe(`siji 2 ${before}`)
    const [same, cut] = await Promise.all([cli('verify', '--head', verified.out), cli('verify', '--head', `siji 3 ${before}`)])
    expect([same.code, cut.code]).toEqual([0, 1])
    expect(cut.words).toContain('cut off')
    await journal.close()
    await tamper('DELETE FROM event WHERE position = 1')
    const faulty = await cli('verify')
    expect(faulty).toMatchObject({ code: 1 })
    expect(faulty.words).toContain('siji: event 1 is missing')
  },
)
