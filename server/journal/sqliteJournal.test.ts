import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { TownId } from '../../shared/domain/ids.ts'
import { openDatabase, type Database, type OpenDatabase } from './database.ts'
import { journalBehaviour } from './journal.behaviour.ts'
import { sqliteJournal } from './sqliteJournal.ts'
import { happened, type Happened } from './testing/happened.ts'
import { verifyJournal } from './verify.ts'

const siji = TownId.parse('siji')
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const freshFile = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'journal-'))
  folders.push(folder)
  return join(folder, 'journal.db')
}

const eventOf = (stored: unknown) => stored as Happened

const openJournal = async (file: string, more: { readonly open?: OpenDatabase; readonly maxWaitingEvents?: number } = {}) => {
  const journal = await sqliteJournal<Happened>({ file, eventOf, ...more })
  onTestFinished(() => journal.close())
  return journal
}

/** Opens as usual and hands out the first connection, the writer's, to be put under strain. */
const keepingWriter = () => {
  const opened: Database[] = []
  const open: OpenDatabase = async (file, mode) => {
    const database = await openDatabase(file, mode)
    opened.push(database)
    return database
  }
  return { open, writer: () => opened[0] as Database }
}

journalBehaviour('the journal in SQLite', async () => sqliteJournal<Happened>({ file: await freshFile(), eventOf }))

describe('the journal in SQLite, beyond its twin', () => {
  test('[J10] what was confirmed is there after a restart, and commands sent again are recognised', async () => {
    const file = await freshFile()
    const first = await openJournal(file)
    await first.append(siji, 0, [happened('a'), happened('a')])
    await first.saveSnapshot(siji, { position: 2, hash: 'h', body: 'board' })
    await first.close()
    const second = await openJournal(file)
    expect(await second.commandAt(siji, happened('a').commandId)).toBe(2)
    expect(await second.latestSnapshot(siji)).toMatchObject({ body: 'board' })
    expect(await second.append(siji, 2, [happened('b')])).toEqual({ ok: true, position: 3 })
  })

  test('[J11] two servers on one file cannot both win a position', async () => {
    const file = await freshFile()
    const [one, other] = [await openJournal(file), await openJournal(file)]
    await one.append(siji, 0, [happened('one')])
    expect(await other.append(siji, 0, [happened('other')])).toEqual({ ok: false, reason: 'position-conflict', position: 1 })
    await other.append(siji, 1, [happened('other')])
    const stale = await Promise.all([one.append(siji, 1, [happened('stale')]), one.append(TownId.parse('jiubao'), 0, [happened('free')])])
    expect(stale).toEqual([
      { ok: false, reason: 'position-conflict', position: 2 },
      { ok: true, position: 1 },
    ])
    const reader = await openDatabase(file, 'read')
    onTestFinished(() => reader.close())
    const verdict = await verifyJournal(reader, ['siji', 'jiubao'], () => undefined)
    expect(verdict).toMatchObject({ events: 3, faults: [] })
  })

  test('[J11] whoever has read what another server wrote may write after it', async () => {
    const file = await freshFile()
    const [one, other] = [await openJournal(file), await openJournal(file)]
    await one.append(siji, 0, [happened('one')])
    await other.append(siji, 1, [happened('other'), happened('more')])
    expect(await one.append(siji, await one.position(siji), [happened('after')])).toEqual({ ok: true, position: 4 })
    expect(await other.append(siji, 2, [happened('stale')])).toEqual({ ok: false, reason: 'position-conflict', position: 4 })
  })

  test('[J12] a full disk rejects every append that waits, writes none by halves, and heals when there is space', async () => {
    const file = await freshFile()
    const { open, writer } = keepingWriter()
    const journal = await openJournal(file, { open })
    await journal.append(siji, 0, [happened('before')])
    await writer().run('PRAGMA max_page_count = 12')
    const big = 'x'.repeat(20_000)
    const crowd = await Promise.allSettled([
      journal.append(siji, 1, [happened('fits'), happened('does-not', big), happened('after', big)]),
      journal.append(siji, 4, [happened('behind')]),
    ])
    const later = await Promise.allSettled([journal.append(siji, 1, [happened('later', big), happened('later', big)])])
    for (const outcome of [...crowd, ...later]) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'JournalUnavailable', trouble: 'disk-full' } })
      expect(String((outcome as PromiseRejectedResult).reason)).toContain(file)
    }
    expect(await journal.position(siji)).toBe(1)
    await writer().run('PRAGMA max_page_count = 1073741823')
    expect(await journal.append(siji, 1, [happened('healed', big)])).toEqual({ ok: true, position: 2 })
    const verdict = await verifyJournal(writer(), ['siji'], () => undefined)
    expect(verdict).toMatchObject({ events: 2, faults: [] })
  })

  test('[J12] an I/O fault of the disk is said in plain words and passes with the fault', async () => {
    const file = await freshFile()
    const fault = Object.assign(new Error('SQLITE_IOERR: disk I/O error'), { code: 'SQLITE_IOERR' })
    let isBroken = false
    const open: OpenDatabase = async (name, mode) => {
      const database = await openDatabase(name, mode)
      return { ...database, run: (sql, params) => (isBroken ? Promise.reject(fault) : database.run(sql, params)) }
    }
    const journal = await openJournal(file, { open })
    isBroken = true
    await expect(journal.append(siji, 0, [happened('a')])).rejects.toMatchObject({ trouble: 'disk-fault' })
    isBroken = false
    expect(await journal.append(siji, 0, [happened('b')])).toEqual({ ok: true, position: 1 })
  })

  test('[J13] when too much waits, the journal says so, takes no more, and tells when there is room', async () => {
    const journal = await openJournal(await freshFile(), { maxWaitingEvents: 10 })
    const waiting = Array.from({ length: 10 }, (_, index) => journal.append(siji, index, [happened(`n${index}`)]))
    expect(journal.hasRoom()).toBe(false)
    expect(await journal.append(siji, 10, [happened('eleventh')])).toMatchObject({ ok: false, reason: 'journal-is-full' })
    await journal.whenRoom()
    expect(journal.hasRoom()).toBe(true)
    expect((await Promise.all(waiting)).every(({ ok }) => ok)).toBe(true)
    expect(await journal.append(siji, 10, [happened('eleventh')])).toEqual({ ok: true, position: 11 })
  })

  test('[J14] an event that this version does not know is refused when it is read', async () => {
    const file = await freshFile()
    const journal = await openJournal(file)
    await journal.append(siji, 0, [happened('a')])
    const strict = await sqliteJournal<Happened>({
      file,
      eventOf: () => {
        throw new Error('no such event')
      },
    })
    onTestFinished(() => strict.close())
    await expect(strict.read(siji, 0, 1)).rejects.toMatchObject({ trouble: 'unknown-event' })
  })

  test('[J7] a damaged snapshot is passed over for the one before it', async () => {
    const { open, writer } = keepingWriter()
    const journal = await openJournal(await freshFile(), { open })
    await journal.append(siji, 0, [happened('a'), happened('b')])
    await journal.saveSnapshot(siji, { position: 1, hash: 'h1', body: 'one' })
    await journal.saveSnapshot(siji, { position: 2, hash: 'h2', body: 'two' })
    await writer().run(`UPDATE snapshot SET packed = x'00' WHERE position = 2`)
    expect(await journal.latestSnapshot(siji)).toEqual({ position: 1, hash: 'h1', body: 'one' })
  })
})
