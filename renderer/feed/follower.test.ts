import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aMorning, boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { emptyBoard, type Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import type { Link } from './feed.ts'
import { follower, type CaughtUp } from './follower.ts'
import { eventually } from '../../shared/testing/eventually.ts'

const told = boardBuilder()
for (let i = 0; i < 6; i++) told.report()
const journal = told.events()

/** A page that follows, with a server that answers when the test says so. */
const page = () => {
  let board: Board = emptyBoard(told.board().town)
  const links: Link[] = []
  const asked: { after: number; answer: (catchUp: CaughtUp) => void; fail: () => void }[] = []
  const retries: (() => void)[] = []
  const following = follower({
    follow: (after) => new Promise((answer, fail) => asked.push({ after, answer, fail: () => fail(new Error('silence')) })),
    onBoard: (whole) => void (board = whole),
    onEvents: (events) => void (board = foldBoard(board, events)),
    onLink: (link) => void links.push(link),
    now: () => aMorning,
    later: (retry) => void retries.push(retry),
  })
  return { following, board: () => board, links, asked, retries }
}

const since = (after: number): CaughtUp => ({ kind: 'events', events: journal.slice(after) })

describe('following the journal', () => {
  test('[C1] first connect asks for everything and is live when it came', async () => {
    const { following, asked, links, board } = page()
    following.connected()
    asked[0]?.answer(since(0))
    await eventually(() => expect(links.at(-1)).toEqual({ state: 'live' }))
    expect(asked.map(({ after }) => after)).toEqual([0])
    expect(board()).toEqual(told.board())
  })

  test('[C1] after a cut it asks from where it was, and says since when it did not know', async () => {
    const { following, asked, links } = page()
    following.connected()
    asked[0]?.answer({ kind: 'events', events: journal.slice(0, 2) })
    await eventually(() => expect(links.at(-1)).toEqual({ state: 'live' }))
    following.cut()
    expect(links.at(-1)).toEqual({ state: 'cut', since: aMorning })
    following.connected()
    expect(asked.at(-1)?.after).toBe(2)
  })

  test('[C1] a hole in the numbers is never delivered: it follows again', async () => {
    const { following, asked, board, links } = page()
    following.connected()
    asked[0]?.answer({ kind: 'events', events: journal.slice(0, 2) })
    await eventually(() => expect(links.at(-1)).toEqual({ state: 'live' }))
    following.arrived(journal.slice(3, 4))
    expect(board().position).toBe(2)
    expect(links.at(-1)).toEqual({ state: 'catching-up' })
    asked.at(-1)?.answer(since(2))
    await eventually(() => expect(board()).toEqual(told.board()))
  })

  test('[C1] a server that does not answer is asked again', async () => {
    const { following, asked, retries } = page()
    following.connected()
    asked[0]?.fail()
    await eventually(() => expect(retries).toHaveLength(1))
    retries[0]?.()
    expect(asked).toHaveLength(2)
  })

  test('[C1] whatever arrives while catching up, overlapping or late, the board is that of the journal', async () => {
    const pieces = fc.array(fc.tuple(fc.nat(journal.length), fc.nat(journal.length)), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.nat(journal.length), pieces, async (answered, slices) => {
        const { following, asked, board } = page()
        following.connected()
        for (const [from, to] of slices) following.arrived(journal.slice(from, to))
        asked[0]?.answer({ kind: 'events', events: journal.slice(0, answered) })
        for (let i = 1; i < 12; i++) {
          await new Promise((go) => setTimeout(go, 0))
          asked[i]?.answer(since(asked[i]?.after ?? 0))
        }
        expect(foldBoard(emptyBoard(told.board().town), journal.slice(0, board().position))).toEqual(board())
      }),
      { numRuns: 50 },
    )
  })
})
