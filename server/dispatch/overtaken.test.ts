import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Board } from '../../shared/domain/board/board.ts'
import type { DomainEvent } from '../../shared/domain/event.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import { liWei } from '../../shared/testing/boardBuilder.ts'
import { memoryJournal } from '../journal/memoryJournal.ts'
import type { Keep } from './twoBoards.ts'
import { aDesk, asking, enroll, freshId, note, town } from './testing/aDesk.ts'

/** A desk, and somebody who writes to its journal behind its back. */
const aDeskWithRival = (around?: (keep: Keep) => Keep) => {
  const room = aDesk(around)
  const { journal } = room
  return {
    ...room,
    writeBehind: async (text: string, commandId: CommandId = freshId()) => {
      const event: DomainEvent = { type: 'shift.logged', by: liWei.id, name: '别人', text }
      const line = { at: room.desk.kept().at, by: { kind: 'clock' }, origin: 'rival', commandId, subject: null, event } as const
      return journal.append(town, await journal.position(town), [line])
    },
  }
}

/** The shift log, oldest first. */
const texts = ({ shiftLog }: Board) => shiftLog.map(({ text }) => text).reverse()

test('[W8] what somebody else wrote is read and told like our own, and the wish is done on the board after it', async () => {
  const { desk, told, writeBehind, troubles } = aDeskWithRival()
  await desk.do(note('a'), asking())
  await writeBehind('theirs')
  const heard: (readonly number[])[] = []
  desk.onKept((events) => heard.push(events.map(({ position }) => position)))
  expect((await desk.do(note('b'), asking())).answer).toEqual({ ok: true, position: 3 })
  expect(texts(desk.kept())).toEqual(['a', 'theirs', 'b'])
  expect(heard).toEqual([[2], [3]])
  expect(desk.board()).toEqual(await told())
  expect(desk.canKeep()).toBe(true)
  expect(troubles).toHaveLength(1)
  expect((await desk.do(enroll, asking())).answer).toMatchObject({ ok: true })
})

test('[W8] everything that was on its way is done once, after what somebody else wrote', async () => {
  const { desk, told, events, writeBehind } = aDeskWithRival()
  await writeBehind('theirs')
  const done = await Promise.all(['a', 'b', 'c', 'd'].map((text) => desk.do(note(text), asking())))
  expect(done.map(({ answer }) => answer.ok)).toEqual([true, true, true, true])
  expect(texts(desk.kept()).sort()).toEqual(['a', 'b', 'c', 'd', 'theirs'])
  expect(desk.board()).toEqual(await told())
  expect(await events()).toHaveLength(5)
})

test('[W8] a command that the other has done already is not done again', async () => {
  const { desk, events, writeBehind } = aDeskWithRival()
  const same = asking()
  await writeBehind('a', same.id)
  expect((await desk.do(note('a'), same)).answer).toEqual({ ok: true, position: 1 })
  expect(await events()).toHaveLength(1)
})

test('[W8] while nothing can be read either, the asker is told, and later all goes on', async () => {
  let isBroken = true
  const { desk, told, writeBehind } = aDeskWithRival((keep) => ({
    ...keep,
    read: (after, limit) => (isBroken ? Promise.reject(new Error('disk fault')) : keep.read(after, limit)),
  }))
  await writeBehind('theirs')
  expect((await desk.do(note('a'), asking())).answer).toEqual({ ok: false, refusal: { reason: 'cannot-keep' } })
  expect(desk.canKeep()).toBe(false)
  isBroken = false
  expect((await desk.do(note('b'), asking())).answer).toEqual({ ok: true, position: 2 })
  expect(desk.canKeep()).toBe(true)
  expect(desk.board()).toEqual(await told())
})

test('[W8] two desks on one journal, whatever they say and when: each board is the journal, and what was acknowledged is there once', async () => {
  const step = fc.record({ who: fc.integer({ min: 0, max: 1 }), count: fc.integer({ min: 1, max: 4 }), waits: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (script) => {
      const journal = memoryJournal<DomainEvent>()
      const rooms = [aDesk(undefined, journal), aDesk(undefined, journal)]
      const heard: number[][] = [[], []]
      rooms.forEach(({ desk }, i) => desk.onKept((events) => heard[i]?.push(...events.map(({ position }) => position))))
      const acknowledged: string[] = []
      const asked: Promise<unknown>[] = []
      for (const { who, count, waits } of script) {
        for (let i = 0; i < count; i++) {
          const id = freshId()
          const done = rooms[who]?.desk.do(note(id), asking(id))
          asked.push((done ?? Promise.reject(new Error('nobody'))).then(({ answer }) => void (answer.ok && acknowledged.push(id))))
        }
        if (waits) await new Promise((resolve) => setImmediate(resolve))
      }
      await Promise.all(asked)
      // The one who was silent last has not heard of what the other wrote; its next wish finds out.
      for (const { desk } of rooms) expect((await desk.do(note('last'), asking())).answer.ok).toBe(true)
      for (const { desk } of rooms) expect((await desk.do(note('very last'), asking())).answer.ok).toBe(true)
      const events = await journal.read(town, 0, 1_000_000)
      expect(
        events.flatMap(({ event }) => (event.type === 'shift.logged' && !event.text.includes('last') ? [event.text] : [])).sort(),
      ).toEqual([...acknowledged].sort())
      const [, second] = rooms
      expect(second?.desk.kept()).toEqual(await second?.told())
      expect(second?.desk.board()).toEqual(second?.desk.kept())
      for (const positions of heard) expect(positions).toEqual(positions.map((_, i) => i + 1))
    }),
    { numRuns: 150 },
  )
})
