import { afterEach, expect, test } from 'vitest'
import { Role } from '../../shared/domain/actor.ts'
import { mayAsk } from '../../shared/domain/room/rights.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import type { TestRoom } from '../../shared/testing/testRoom.ts'
import { aLinkedRoom } from './testing/aLinkedRoom.ts'

let opened: Awaited<ReturnType<typeof aLinkedRoom>> | null = null
const open = async () => (opened = await aLinkedRoom())
afterEach(() => opened?.close())

const report = (room: TestRoom) => {
  const story = boardBuilder()
  story.report()
  const event = story.events()[0]?.event
  if (event?.type !== 'incident.reported') throw new Error('A report always becomes an incident')
  const { assessment, place, duplicates } = event
  const { id: _id, receivedAt: _at, ...incoming } = event.report
  room.ask({ type: 'incident.report', report: incoming, assessment, place, duplicates }, { kind: 'channel', channel: '110' })
}

const asked = { incident: 'E-1001' }

test.each(Role.options)('[B54] %s hears the questions of an incident only if it may see incidents', async (role) => {
  const linked = await open()
  report(linked.room)
  const console = linked.open(`${role}@sijijiang`)
  await console.connected()
  const answer = (await console.ask('incident:questions', asked)) as unknown as readonly unknown[]
  expect(answer.length > 0).toBe(mayAsk(role))
})

test('[B52] the questions are asked for the kind as it is now, and not at all once the matter has ended', async () => {
  const linked = await open()
  report(linked.room)
  const console = linked.open('operator@sijijiang')
  await console.connected()
  expect(await console.ask('incident:questions', asked)).toMatchObject([{ zh: 'C02的问题' }])
  const amend = { type: 'incident.amend', incident: 'E-1001', changes: { kind: 'C10' }, was: { kind: 'C02' } }
  expect(await console.ask('command:do', { id: 'command-amend', command: amend })).toMatchObject({ ok: true })
  expect(await console.ask('incident:questions', asked)).toMatchObject([{ zh: 'C10的问题' }])
  const cancel = { type: 'incident.cancel', incident: 'E-1001', reason: '误报' }
  expect(await console.ask('command:do', { id: 'command-cancel', command: cancel })).toMatchObject({ ok: true })
  expect(await console.ask('incident:questions', asked)).toEqual([])
  expect(await console.ask('incident:questions', { incident: 'E-1002' })).toEqual([])
})
