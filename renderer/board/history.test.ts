import { expect, test } from 'vitest'
import { AlarmId } from '../../shared/domain/ids.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { cameLate, historyMark, inOrder, narrowed, partOf, photosOf } from './history.ts'

test('[M13] what was done first stands first, also when it arrived last, and then says both times', () => {
  const room = boardBuilder()
  const incident = room.report()
  room.wait(60_000)
  room.say({ type: 'incident.take', incident })
  room.wait(60_000)
  const [note] = room.say({ type: 'incident.note', incident, text: '路上已见' })
  if (!note) throw new Error('a note is an event')
  const late = { ...note, doneAt: note.at - 90_000 }
  const history = inOrder([...room.events().slice(0, -1), late])

  expect(history.map((one) => one.event.type)).toEqual(['incident.reported', 'incident.noted', 'incident.taken'])
  expect(history.map(cameLate)).toEqual([false, true, false])
  expect(cameLate({ ...note, doneAt: note.at - 500 })).toBe(false)
})

test('[M13] a timeline is narrowed to notes, units or clocks', () => {
  const room = boardBuilder()
  const incident = room.report()
  room.say({ type: 'incident.note', incident, text: '已回拨' })
  expect(narrowed(room.events(), 'notes').map((one) => one.event.type)).toEqual(['incident.noted'])
  expect(narrowed(room.events(), 'all')).toHaveLength(2)
  expect(narrowed(room.events(), 'clock')).toEqual([])
  expect(room.events().flatMap(photosOf)).toEqual([])
})

test('[M13] what happened to a part says whose it is, and a word about a part asks for the history again', () => {
  const room = boardBuilder()
  const [stays, part] = [room.report(), room.report()]
  room.say({ type: 'incidents.merge', into: stays, incidents: [part] })
  expect(room.events().map((one) => partOf(one, stays))).toEqual([null, part, part])
  const before = historyMark(room.board(), stays)
  room.say({ type: 'incident.note', incident: part, text: '来电人又补充' })
  expect(historyMark(room.board(), stays)).not.toBe(before)
})

test('[M13] the history is asked again when something happened, an acknowledged alarm too', () => {
  const room = boardBuilder()
  const incident = room.report()
  const marks = [historyMark(room.board(), incident)]
  room.wait(70_000)
  room.say({ type: 'clock.tick', incidents: [incident], alarms: [] }, { kind: 'clock' })
  marks.push(historyMark(room.board(), incident))
  room.say({ type: 'alarm.acknowledge', alarm: AlarmId.parse(`${incident}:limit:take`) })
  marks.push(historyMark(room.board(), incident))
  expect(new Set(marks).size).toBe(3)
})
