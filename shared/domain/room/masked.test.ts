import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyBoard } from '../board/board.ts'
import { foldBoard } from '../board/fold.ts'
import type { Command } from '../command.ts'
import { commandOf, gusts, type Gust } from '../../testing/storm.ts'
import { testRoom } from '../../testing/testRoom.ts'
import { maskEvent } from './masked.ts'
import { maskBoard } from '../../testing/maskBoard.ts'

const numbers = [
  '13812345678',
  '19900001111',
  '+8613987654321',
  '008613987654321',
  '139-1234-5678',
  '138 1234 5678',
  '１３８１２３４５６７８',
  '138\u200b1234\u200b5678',
  '0571-87654321',
]
const identities = ['33010219900307123X', '330102199003071234']
const secrets = [...numbers, ...identities]

/** Where people write, in commands. */
const written = new Set([
  'text',
  'placeText',
  'note',
  'reason',
  'result',
  'matter',
  'comment',
  'purpose',
  'outcome',
  'order',
  'person',
  'to',
  'outsideId',
])

/** The command with a number in everything that a person may have written. */
const leaking = (value: unknown, secret: string): unknown => {
  if (Array.isArray(value)) return value.map((one) => leaking(one, secret))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === 'caller') return [key, { name: `陈${secret}`, phone: secret.slice(0, 24) }]
      if (key === 'why') return [key, [`近 ${secret}`]]
      if (key === 'to' && (value as { type?: string }).type !== 'shift.handOver') return [key, one]
      return [key, typeof one === 'string' && written.has(key) ? `甲${secret}乙` : leaking(one, secret)]
    }),
  )
}

const life = (storm: readonly Gust[], secret: string) => {
  const room = testRoom()
  for (const gust of storm) {
    room.setNow(room.now() + gust.waitMs)
    room.ask(leaking(commandOf(room.board(), gust), secret) as Command)
    if (gust.how % 7 === 0) room.ask({ type: 'shift.handOver', to: `王${secret}`, note: `见 ${secret}` })
  }
  return room
}

describe('masking', () => {
  test('[W15] the fold of masked events is the masked fold, whatever happened', () => {
    fc.assert(
      fc.property(gusts(60_000, 80), fc.constantFrom(...secrets), (storm, secret) => {
        const room = life(storm, secret)
        const folded = foldBoard(emptyBoard(room.board().town), room.events().map(maskEvent))
        expect(folded).toEqual(maskBoard(room.board()))
      }),
      { numRuns: 120 },
    )
  })

  test('[W15] no mobile and no identity number that anybody wrote anywhere is left', () => {
    let leaks = 0
    fc.assert(
      fc.property(gusts(60_000, 60), fc.constantFrom(...secrets), (storm, secret) => {
        const room = life(storm, secret)
        leaks += Number(JSON.stringify(room.events()).includes(secret))
        expect(JSON.stringify(room.events().map(maskEvent))).not.toContain(secret)
        expect(JSON.stringify(maskBoard(room.board()))).not.toContain(secret)
      }),
      { numRuns: 120 },
    )
    expect(leaks).toBeGreaterThan(60)
  })
})
