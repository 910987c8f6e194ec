import { expect, test } from 'vitest'
import { incidentOf } from '../../shared/domain/board/board.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { wholeHistory } from './wholeHistory.ts'

const threeReports = () => {
  const story = boardBuilder()
  const ids = [story.report(), story.report(), story.report()] as const
  const read = (id: IncidentId) => Promise.resolve(story.events().filter(({ event }) => 'incident' in event && event.incident === id))
  const whole = async (id: IncidentId) =>
    (await wholeHistory(id, incidentOf(story.board(), id), read)).map(({ event }) =>
      'incident' in event ? `${event.type} ${event.incident}` : '',
    )
  return { story, ids, whole }
}

test('[I55] the history of an incident tells of every caller merged into it, in the order in which things happened', async () => {
  const { story, ids, whole } = threeReports()
  const [stays, one, other] = ids
  story.say({ type: 'incident.note', incident: one, text: '第二个来电人说火已经灭了' })
  story.say({ type: 'incidents.merge', into: stays, incidents: [one, other] })
  expect(await whole(stays)).toEqual([
    `incident.reported ${stays}`,
    `incident.reported ${one}`,
    `incident.reported ${other}`,
    `incident.noted ${one}`,
    `incident.merged ${one}`,
    `incident.merged ${other}`,
  ])
})

test('[I55] a part taken out again leaves only that it came and went', async () => {
  const { story, ids, whole } = threeReports()
  const [stays, one] = ids
  story.say({ type: 'incidents.merge', into: stays, incidents: [one] })
  story.say({ type: 'incident.unmerge', incident: one, reason: '不是一回事' })
  story.say({ type: 'incident.note', incident: one, text: '另一件事' })
  expect(await whole(stays)).toEqual([`incident.reported ${stays}`, `incident.merged ${one}`, `incident.unmerged ${one}`])
  story.say({ type: 'incidents.merge', into: stays, incidents: [one] })
  expect(await whole(stays)).toContain(`incident.noted ${one}`)
})

test('[I55] an incident that the board has put away still tells its own story', async () => {
  const { story, ids } = threeReports()
  const read = () => Promise.resolve(story.events().slice(0, 1))
  expect(await wholeHistory(ids[0], undefined, read)).toHaveLength(1)
})
