import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyBoard } from '../board/board.ts'
import { foldBoard } from '../board/fold.ts'
import type { Command } from '../command.ts'
import { commandOf, gusts, type Gust } from '../../testing/storm.ts'
import { testRoom } from '../../testing/testRoom.ts'
import { maskBoard, maskEvent, maskPhone, maskText } from './masked.ts'

const numbers = [
  '13812345678',
  '19900001111',
  '+8613987654321',
  '008613987654321',
  '139-1234-5678',
  '138 1234 5678',
  '１３８１２３４５６７８',
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

  test.each([
    ['13812345678', '138****5678'],
    ['电话:13812345678。', '电话:138****5678。'],
    ['+8613812345678', '+86138****5678'],
    ['138-1234-5678', '138-****-5678'],
    ['138 1234 5678 或 13900001111', '138 **** 5678 或 139****1111'],
    ['身份证33010219900307123x在此', '身份证330102********123x在此'],
    ['警单330102202611220931550018', '警单330102202611220931550018'],
    ['12345', '12345'],
    ['', ''],
  ])('[W15] %s is shown as %s', (said, shown) => {
    expect(maskText(said).length).toBe(said.length)
    expect(maskText(said)).toBe(shown)
    expect(maskText(maskText(said))).toBe(maskText(said))
  })

  test('[W15] masking keeps the length and is done once, whatever the text', () => {
    const pieces = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...secrets), fc.nat().map(String)), { maxLength: 12 })
    fc.assert(
      fc.property(pieces, (parts) => {
        const masked = maskText(parts.join('，'))
        expect(masked.length).toBe(parts.join('，').length)
        expect(maskText(masked)).toBe(masked)
      }),
    )
  })

  test.each([
    [null, null],
    ['13812345678', '138****5678'],
    ['0571-87654321', '057****4321'],
    ['87654321', '****21'],
    ['110', '****10'],
    ['138****5678', '138****5678'],
    ['13812345678*2', '138****5678*2'],
  ])('[W15] the number %s is shown as %s', (said, shown) => expect(maskPhone(said)).toBe(shown))
})
