import { afterEach, expect, test } from 'vitest'
import { Role } from '../../shared/domain/actor.ts'
import { mayDo } from '../../shared/domain/room/rights.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { aLinkedRoom } from './testing/aLinkedRoom.ts'

let opened: Awaited<ReturnType<typeof aLinkedRoom>> | null = null
afterEach(() => opened?.close())

const wish = { incident: 'E-1001', language: 'en' }

test.each(Role.options)('[B59] %s is given a second opinion only if it works incidents, and asking leaves no event', async (role) => {
  const linked = (opened = await aLinkedRoom())
  const story = boardBuilder()
  story.report()
  const event = story.events()[0]?.event
  if (event?.type !== 'incident.reported') throw new Error('A report always becomes an incident')
  const { assessment, place, duplicates } = event
  const { id: _id, receivedAt: _at, ...report } = event.report
  linked.room.ask({ type: 'incident.report', report, assessment, place, duplicates }, { kind: 'channel', channel: '110' })
  const console = linked.open(`${role}@sijijiang`)
  await console.connected()
  const [events, board] = [linked.room.events().length, linked.room.board()]
  const answer = await console.ask('opinion:ask', wish)
  expect(answer).toMatchObject(
    mayDo(role, 'incident.amend')
      ? { ok: true, answer: { state: 'given', opinion: { summary: 'en', kind: 'C02' } } }
      : { ok: false, refusal: { reason: 'no-right', command: 'opinion:ask' } },
  )
  expect(linked.room.events()).toHaveLength(events)
  expect(linked.room.board()).toBe(board)
})

test('[B59] of an incident that is not there, nobody has an opinion', async () => {
  const linked = (opened = await aLinkedRoom())
  const console = linked.open('operator@sijijiang')
  await console.connected()
  expect(await console.ask('opinion:ask', wish)).toMatchObject({ ok: false, refusal: { reason: 'unknown-incident' } })
})
