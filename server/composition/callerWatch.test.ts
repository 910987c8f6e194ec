import { expect, test } from 'vitest'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { callerWatch } from './callerWatch.ts'

const call = (story: ReturnType<typeof boardBuilder>, phone: string | null, kind: string) =>
  story.report({ report: { caller: { name: null, phone } }, assessment: { kind } })

test('[B101] what a number called about lately is known, latest first and however the number is written; also what stood before the start', () => {
  const story = boardBuilder()
  call(story, '13800000018', 'C02')
  const watch = callerWatch(story.board())
  const before = story.events().length
  call(story, '+86 138-0000-0018', 'C10')
  call(story, '13900000000', 'P02')
  call(story, null, 'E04')
  watch.look(story.events().slice(before), story.board())
  expect(watch.kindsOf('13800000018')).toEqual(['C10', 'C02'])
  expect(watch.kindsOf('13900000000')).toEqual(['P02'])
  expect(watch.kindsOf('13700000000')).toEqual([])
  expect(watch.kindsOf(null)).toEqual([])
})

test('[B101] a kind that a person corrected is the corrected one', () => {
  const story = boardBuilder()
  const incident = call(story, '13800000018', 'C02')
  const watch = callerWatch(story.board())
  const before = story.events().length
  story.say({ type: 'incident.amend', incident, changes: { kind: 'C10' }, was: { kind: 'C02' } })
  watch.look(story.events().slice(before), story.board())
  expect(watch.kindsOf('13800000018')).toEqual(['C10'])
})
