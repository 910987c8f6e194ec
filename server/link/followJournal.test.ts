import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CatchUp } from '../../shared/contracts/console.ts'
import { emptyBoard, type Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import { commandOf, gusts } from '../../shared/testing/storm.ts'
import { testRoom } from '../../shared/testing/testRoom.ts'
import { journalTail } from './followJournal.ts'
import { unpackBoard } from './testing/unpackBoard.ts'
import { maskBoard } from '../../shared/testing/maskBoard.ts'

/** A room that has been followed from its `from`th event on, as after a restart. */
const followed = (from = 0) => {
  const room = testRoom(3)
  for (let i = room.board().position; i < from; i++) room.ask({ type: 'shift.log', text: `${i}` })
  const tail = journalTail(room.board, room.now)
  room.onKept((events) => tail.add(events))
  const log = (count: number) => {
    for (let i = 0; i < count; i++) room.ask({ type: 'shift.log', text: `来电 13812345678 ${i}` })
  }
  return { room, tail, log }
}

const positions = async (asked: Promise<CatchUp>) => {
  const answer = await asked
  return answer.kind === 'events' ? answer.events.map(({ position }) => position) : answer.kind
}

describe('catching up', () => {
  test('[W10] from the beginning, or from a position the journal never had: the whole board', async () => {
    const { room, tail, log } = followed()
    log(5)
    for (const after of [0, room.board().position + 1, 1_000_000]) expect(await positions(tail.catchUp(after))).toBe('board')
  })

  test('[W10] from where the board is: nothing', async () => {
    const { room, tail, log } = followed()
    log(5)
    expect(await positions(tail.catchUp(room.board().position))).toEqual([])
  })

  test('[W10] from inside what is remembered: exactly the events after it, to the edges', async () => {
    const { tail, log } = followed(10)
    log(4)
    expect(await positions(tail.catchUp(9))).toBe('board')
    expect(await positions(tail.catchUp(10))).toEqual([11, 12, 13, 14])
    expect(await positions(tail.catchUp(11))).toEqual([12, 13, 14])
    expect(await positions(tail.catchUp(13))).toEqual([14])
  })

  test('[W10] what is remembered is bounded; who was away for longer gets a board', async () => {
    const { room } = followed(4)
    const [one = expect.fail()] = room.events().slice(-1)
    let position = 3
    const tail = journalTail(() => ({ ...room.board(), position }), room.now)
    while (position < 11_003) tail.add([{ ...one, position: (position += 1) }])
    let first = 1
    while ((await tail.catchUp(first)).kind === 'board') first += 1
    expect(11_003 - first).toBeGreaterThanOrEqual(5_000)
    expect(11_003 - first).toBeLessThanOrEqual(10_000)
    const answer = await positions(tail.catchUp(first))
    expect(answer[0]).toBe(first + 1)
    expect(answer).toHaveLength(11_003 - first)
  })

  test('[W37] consoles that come together get one packing of the board, each with what came after it; later ones a new one', async () => {
    const { room, tail, log } = followed()
    log(5)
    const packed = async () => {
      const answer = await tail.catchUp(0)
      expect(unpackBoard(answer)).toEqual(maskBoard(room.board()))
      return answer.kind === 'board' ? answer.packed : null
    }
    const [first, second] = await Promise.all([packed(), packed()])
    log(3)
    expect([second === first, (await packed()) === first]).toEqual([true, true])
    room.setNow(room.now() + 10_000)
    expect((await packed()) === first).toBe(false)
  })

  test('[W37] what is kept while the board is being packed comes with it', async () => {
    const { room, tail, log } = followed()
    log(5)
    const asked = tail.catchUp(0)
    log(2)
    expect(unpackBoard(await asked)).toEqual(maskBoard(room.board()))
  })

  test('[W10] what is caught up with is masked', async () => {
    const { tail, log } = followed(10)
    log(2)
    for (const after of [0, 10]) {
      const answer = await tail.catchUp(after)
      const told = answer.kind === 'board' ? unpackBoard(answer) : answer.events
      expect(JSON.stringify(told)).toContain('138****5678')
      expect(JSON.stringify(told)).not.toContain('13812345678')
    }
  })

  test('[W10] wherever a console starts and however often it comes back, it ends with the masked board', async () => {
    const comes = fc.array(fc.tuple(fc.nat(8), fc.boolean()), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(gusts(60_000, 80), comes, async (storm, visits) => {
        const { room, tail } = followed()
        let board: Board = emptyBoard(room.board().town)
        let next = 0
        for (const [steps, isFresh] of visits) {
          for (const gust of storm.slice(next, (next += steps))) room.ask(commandOf(room.board(), gust))
          const answer = await tail.catchUp(isFresh ? 0 : board.position)
          board = answer.kind === 'board' ? unpackBoard(answer) : foldBoard(board, answer.events)
        }
        expect(board).toEqual(maskBoard(room.board()))
      }),
      { numRuns: 60 },
    )
  })
})
