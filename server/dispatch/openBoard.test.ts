import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { commandOf, gusts } from '../../shared/testing/storm.ts'
import { testRoom } from '../../shared/testing/testRoom.ts'
import { openBoard, snapshotOf } from './openBoard.ts'

const reading = (events: readonly RecordedEvent[]) => (after: number, limit: number) =>
  Promise.resolve(events.filter(({ position }) => position > after).slice(0, limit))

const needs = (room: ReturnType<typeof testRoom>, snapshot: Awaited<ReturnType<typeof snapshotOf>> | null, limit = 20_000) => ({
  town: room.board().town,
  utcOffsetMinutes: 480,
  latestSnapshot: () => Promise.resolve(snapshot),
  read: (after: number, asked: number) => reading(room.events())(after, Math.min(limit, asked)),
})

test('[W6] a board opened from a snapshot is the board opened from all events, wherever the snapshot was taken', async () => {
  await fc.assert(
    fc.asyncProperty(gusts(60_000, 60), fc.nat(59), async (storm, cut) => {
      const room = testRoom()
      let snapshot = null
      for (const [i, gust] of storm.entries()) {
        room.setNow(room.now() + gust.waitMs)
        room.ask(commandOf(room.board(), gust))
        if (i === cut) snapshot = await snapshotOf(room.board())
      }
      expect(await openBoard(needs(room, snapshot))).toEqual(room.board())
      expect(await openBoard(needs(room, null))).toEqual(room.board())
    }),
    { numRuns: 40 },
  )
})

test('[W6] what a snapshot says is the board, to the last field', async () => {
  await fc.assert(
    fc.asyncProperty(gusts(60_000, 60), async (storm) => {
      const room = testRoom()
      for (const gust of storm) room.ask(commandOf(room.board(), gust))
      const { position, body } = await snapshotOf(room.board())
      expect(position).toBe(room.board().position)
      expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(room.board())))
    }),
    { numRuns: 40 },
  )
})

test('[W6] a snapshot that another fold made is left aside', async () => {
  const room = testRoom()
  const snapshot = { ...(await snapshotOf(room.board())), hash: 'board-of-another-shape', body: '{"wrong":true}' }
  expect(await openBoard(needs(room, snapshot))).toEqual(room.board())
})

test('[W6] a journal longer than a page is read to its end', async () => {
  const room = testRoom()
  for (let i = 0; i < 50; i++) room.ask({ type: 'shift.log', text: `${i}` })
  const many: RecordedEvent[] = Array.from({ length: 45_000 }, (_, i) => {
    const { position: _position, ...rest } = room.events().at(-1) ?? expect.fail()
    return { ...rest, position: i + 1 }
  })
  const board = await openBoard({ ...needs(room, null), read: reading(many) })
  expect(board.position).toBe(45_000)
})

test('[V7] a snapshot from before there were walls is loaded as a board without any', async () => {
  const room = testRoom()
  const snapshot = await snapshotOf(room.board())
  const { walls: _walls, nextWall: _next, ...older } = JSON.parse(snapshot.body) as Record<string, unknown>
  const opened = await openBoard({
    ...needs(room, { ...snapshot, hash: 'board-6', body: JSON.stringify(older) }),
    read: () => Promise.resolve([]),
  })
  expect(opened).toEqual(room.board())
  expect(opened).toMatchObject({ walls: [], nextWall: 1 })
})
