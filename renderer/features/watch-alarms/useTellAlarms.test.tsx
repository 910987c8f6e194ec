import { act, cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ConsoleRegion } from '../../../shared/contracts/layout.ts'
import { OpenAlarm } from '../../../shared/contracts/desk.ts'
import { AlarmId } from '../../../shared/domain/ids.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { deskWindow, DeskWindowContext } from '../../board/deskWindow.ts'
import { aDesk } from '../../testing/aDesk.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { drawsInChinese } from '../../testing/drawsInChinese.ts'
import { AlarmBar } from './AlarmBar.tsx'

drawsInChinese()

const open = (region: ConsoleRegion) => {
  const town = boardBuilder()
  const breached = town.report()
  town.wait(70_000)
  town.say({ type: 'clock.tick', incidents: [breached], alarms: [] }, { kind: 'clock' })
  const critical = town.report({ assessment: { urgency: 'critical', critical: true } })
  const desk = aDesk()
  const room = aRoom(town.board(), town.now())
  drawIn(
    room,
    <DeskWindowContext value={deskWindow('a', region, true)}>
      <AlarmBar />
    </DeskWindowContext>,
  )
  return { town, desk, room, breached, critical, told: () => desk.asked('alarms:are').map(({ alarms }) => alarms) }
}

test.each(['all', 'queue', 'board'] as const)(
  '[C59] a window that shows %s tells what stands unacknowledged, and again when it changes',
  (region) => {
    const { town, room, breached, critical, told } = open(region)
    const limit = `${breached}:limit:take`
    expect(told()).toHaveLength(1)
    expect(told()[0]?.map(({ id, title, isLoud }) => [id, title, isLoud])).toEqual([
      [`critical:${critical}`, '危急警情无人接手', true],
      [limit, '接报超时', false],
    ])
    act(() => room.feed.tell.onEvents(town.say({ type: 'incident.note', incident: breached, text: '又来电' })))
    expect(told()).toHaveLength(1)
    act(() => room.feed.tell.onEvents(town.say({ type: 'alarm.acknowledge', alarm: AlarmId.parse(limit) })))
    expect(
      told()
        .at(-1)
        ?.map(({ id }) => id),
    ).toEqual([`critical:${critical}`])
  },
)

test('[C59] nothing of the caller nor of the place is told, and the map’s window tells nothing', () => {
  const { told, breached } = open('queue')
  const all = told().flat()
  expect(all.every((one) => OpenAlarm.safeParse(one).success)).toBe(true)
  expect(all.map(({ text }) => text).join()).toContain(breached)
  expect(JSON.stringify(all)).not.toMatch(/临江路|1\d\d\*|陈/)
  expect(open('map').told()).toEqual([])
})

test('[C59] who has signed out has no alarms at the desk any more', () => {
  const { told } = open('queue')
  expect(told().at(-1)).not.toEqual([])
  cleanup()
  expect(told().at(-1)).toEqual([])
})

test('[C59] in a browser the alarms are as they were', () => {
  const town = boardBuilder()
  drawIn(aRoom(town.board(), town.now()), <AlarmBar />)
  expect(screen.getByText('没有未确认的告警')).toBeTruthy()
})
