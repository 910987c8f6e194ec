import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { AccountId, TownId } from '../../shared/domain/ids.ts'
import { openRevocations } from './person.ts'
import { mostTickets, openTickets, ticketMs } from './tickets.ts'

const [mine, other] = [{ session: 'session-of-mine' }, { session: 'session-of-other' }]

const aRoom = () => {
  const clock = { at: 1_780_000_000_000 }
  const revocations = openRevocations()
  let turn = 0
  const random = (bytes: number) => createHash('sha512').update(`tickets${turn++}`).digest().subarray(0, bytes)
  const end = (session: string) => revocations.tell({ kind: 'session', account: AccountId.parse('operator1'), session, why: 'revoked' })
  return { clock, revocations, end, tickets: openTickets({ now: () => clock.at, random, revocations }) }
}

test('[W42] a ticket is its session’s, and good once', () => {
  const { tickets } = aRoom()
  const [first, second, foreign] = [tickets.give(mine), tickets.give(mine), tickets.give(other)]
  expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect([tickets.take(foreign), tickets.take(first), tickets.take(second)]).toEqual([other.session, mine.session, mine.session])
  expect([first, second, foreign].map(tickets.take)).toEqual([null, null, null])
})

test('[W42] a ticket is good within a minute, and never again once it was late, whatever the clock does', () => {
  const { tickets, clock } = aRoom()
  const [inTime, late, early] = [tickets.give(mine), tickets.give(mine), tickets.give(mine)]
  clock.at += ticketMs - 1
  expect(tickets.take(inTime)).toBe(mine.session)
  clock.at += 1
  expect(tickets.take(late)).toBeNull()
  clock.at -= ticketMs + 1
  expect([tickets.take(late), tickets.take(early)]).toEqual([null, null])
})

test('[W42] tickets are forgotten with their session, and those of others are not', () => {
  const { tickets, end, revocations } = aRoom()
  const [gone, stays] = [tickets.give(mine), tickets.give(other)]
  revocations.tell({ kind: 'channel', id: other.session, town: TownId.parse('siji') })
  end(mine.session)
  expect([tickets.take(gone), tickets.take(stays)]).toEqual([null, other.session])
})

test('[W42] a session that asks for ever more tickets has its newest only; nobody else loses any', () => {
  const { tickets } = aRoom()
  const calm = tickets.give(other)
  const many = Array.from({ length: 1_000 }, () => tickets.give(mine))
  const good = many.filter((ticket) => tickets.take(ticket) !== null)
  expect(good).toEqual(many.slice(-mostTickets))
  expect(tickets.take(calm)).toBe(other.session)
})

test.each(['', ' ', 'x', '__proto__', 'x'.repeat(1_000_000), '\u0000', '💥'])('[W42] %.20j is no ticket', (word) => {
  const { tickets } = aRoom()
  const ticket = tickets.give(mine)
  expect([tickets.take(word), tickets.take(`${ticket}${word === '' ? 'A' : word}`)]).toEqual([null, null])
  expect(tickets.take(ticket)).toBe(mine.session)
})
