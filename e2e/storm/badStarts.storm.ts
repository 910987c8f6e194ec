import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import type { RoomHealth } from '../../shared/contracts/console.ts'
import { emptyBoard } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import { storedEvent, type DomainEvent } from '../../shared/domain/event.ts'
import { CommandId } from '../../shared/domain/ids.ts'
import { backupJournal, verifyFile } from '../../server/journal/backup.ts'
import { restoreJournal } from '../../server/journal/restore.ts'
import { sqliteJournal } from '../../server/journal/sqliteJournal.ts'
import { exampleTown, roomInProcess, type RoomInProcess } from '../testing/roomInProcess.ts'
import { eventually } from '../../shared/testing/eventually.ts'

let room: RoomInProcess
afterEach(() => room.close())

const push = async (n: number) => {
  const headers = { authorization: `Bearer ${await room.outside.tokenFor('110')}` }
  return room.outside.ask(
    'POST',
    '/api/intake/110',
    { jjdbh: `3301022026${n}`, bjsj: '2026-11-23 09:00:00', bjnr: '楼下有人打架' },
    headers,
  )
}

const quiet = () => undefined

describe('a second server on the same folder', () => {
  test('[W25] it is refused in both languages, the running room notices nothing, and looking at the record goes on', async () => {
    room = await roomInProcess()
    expect((await push(1)).status).toBe(201)
    const before = await room.events()
    await expect(room.start()).rejects.toThrow(/正被另一个运行中的小脑[\s\S]*in use by another running Xiaonao/)
    expect(await room.events()).toEqual(before)
    expect((await push(2)).status).toBe(201)
    const file = join(room.data, 'journal.db')
    const copy = join(room.data, 'copy.db')
    expect((await verifyFile(file, quiet)).faults).toEqual([])
    expect(await backupJournal(file, copy, quiet)).toMatchObject({ ok: true })
    expect(await restoreJournal({ file, from: copy, replace: true, label: 'now' }, quiet)).toEqual({ ok: false, reason: 'journal-in-use' })
    expect((await push(3)).status).toBe(201)
    await room.restart()
    expect(room.town().desk.kept().position).toBe((await room.events()).length)
    expect(room.troubles).toEqual([])
  })
})

describe('somebody who writes to the journal all the same', () => {
  test('[W8] the room reads it, shows it and goes on, for good', async () => {
    room = await roomInProcess()
    expect((await push(1)).status).toBe(201)
    const rival = await sqliteJournal<DomainEvent>({ file: join(room.data, 'journal.db'), eventOf: storedEvent })
    onTestFinished(() => rival.close())
    const by = { kind: 'clock' } as const
    for (let n = 1; n <= 3; n++) {
      const commandId = CommandId.parse(`rival-number-${n}`)
      const event: DomainEvent = { type: 'audit.noted', subject: 'rival', text: `${n}` }
      const line = { at: room.town().now(), by, origin: 'rival', commandId, subject: null, event }
      expect(await rival.append(exampleTown, await rival.position(exampleTown), [line])).toMatchObject({ ok: true })
      expect((await push(10 * n)).status).toBe(201)
      expect((await push(10 * n + 1)).status).toBe(201)
    }
    const events = await room.events()
    expect(events.filter(({ event }) => event.type === 'audit.noted' && event.subject === 'rival')).toHaveLength(3)
    expect(room.town().desk.kept()).toEqual(foldBoard(emptyBoard(exampleTown), events))
    expect(room.town().desk.canKeep()).toBe(true)
    expect((await verifyFile(join(room.data, 'journal.db'), quiet)).faults).toEqual([])
  })
})

describe('a port that is taken', () => {
  test('[W26] the start says which and how to go on, writes no event and makes no account, and leaves the folder free', async () => {
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    onTestFinished(() => void squatter.close())
    const { port } = squatter.address() as { port: number }
    room = await roomInProcess()
    await room.stop()
    const fresh = join(room.data, 'fresh')
    const words = new RegExp(`127.0.0.1:${port} 已被别的程序占用[\\s\\S]*is taken by another program`)
    await expect(room.start('--data', fresh, '--port', String(port))).rejects.toThrow(words)
    expect((await verifyFile(join(fresh, 'journal.db'), quiet)).events).toBe(0)
    await room.start('--data', fresh)
    expect(room.firstAccounts().length).toBeGreaterThan(0)
    expect((await push(1)).status).toBe(201)
  })
})

describe('a clock that was fast', () => {
  const minute = 60_000

  test('[W27] after some minutes the room says so at its start and to its consoles; after more than an hour it starts only when told to', async () => {
    room = await roomInProcess()
    expect((await push(1)).status).toBe(201)
    expect(room.warnings()).toEqual([])
    await room.stop()
    room.clock.setWall(-20 * minute)
    await room.start()
    expect(room.warnings()).toEqual([expect.stringContaining('快 20 分钟')])
    const socket = room.connect(await room.outside.signIn('operator1'))
    const health: RoomHealth[] = []
    socket.on('room:health', (one: RoomHealth) => health.push(one))
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
    await room.pass(10_000)
    await eventually(() => expect(health.at(-1)?.clockAheadMs).toBeGreaterThan(19 * minute))
    await room.stop()
    room.clock.setWall(-400 * 24 * 60 * minute)
    const before = await verifyFile(join(room.data, 'journal.db'), quiet)
    await expect(room.start()).rejects.toThrow(/400 天[\s\S]*--clock-ahead-accepted/)
    expect(await verifyFile(join(room.data, 'journal.db'), quiet)).toEqual(before)
    await room.start('--clock-ahead-accepted')
    expect(room.warnings()).toEqual([expect.stringContaining('400 days ahead')])
    expect((await push(2)).status).toBe(201)
  })
})
